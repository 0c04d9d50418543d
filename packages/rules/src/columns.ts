import type { PersonField, PersonFields } from "./person.js";

/** The columns of an import, as files and the API name them (F30). */
export const importColumns = [
  "first_name",
  "last_name",
  "email",
  "company",
  "language",
  "groups",
  "team",
  "team_leader",
  "username",
  "label",
  "role",
  "deletion_date",
  "user_type",
  "external_id",
] as const;
export type ImportColumn = (typeof importColumns)[number];

/** To be mapped, or given a default (F30). */
export const obligatoryColumns = ["first_name", "last_name", "email", "company"] as const satisfies ImportColumn[];

const fields: Record<ImportColumn, PersonField> = {
  first_name: "firstName",
  last_name: "lastName",
  email: "email",
  company: "company",
  language: "language",
  groups: "groups",
  team: "team",
  team_leader: "teamLeader",
  username: "username",
  label: "label",
  role: "roles",
  deletion_date: "deletionDate",
  user_type: "userType",
  external_id: "externalId",
};

/** Which field of a person a column fills. */
export function columnField(column: ImportColumn): PersonField {
  return fields[column];
}

/** What each row of an import has to give: `require` of checkPerson and rowChecker. */
export const importRequires: readonly PersonField[] = obligatoryColumns.map(columnField);

const names: ReadonlySet<string> = new Set(importColumns);

export function isImportColumn(name: string): name is ImportColumn {
  return names.has(name);
}

/** The obligatory columns that are neither mapped nor given a default. */
export function missingColumns(columns: readonly (ImportColumn | null)[], defaults: PersonFields): ImportColumn[] {
  return obligatoryColumns.filter((column) => !columns.includes(column) && !defaults[fields[column]]);
}

export { type ColumnProposal, proposeColumns } from "./propose-columns.js";

import type { IdentityField } from "./identity-fields.js";
import type { PersonField, PersonFields, PersonIdentityField } from "./person.js";

/** What a file says of a person's account, as files and the API name it (F30). */
export const accountColumns = [
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
export type AccountColumn = (typeof accountColumns)[number];

const identityFieldOf = {
  legal_first_name: "legalFirstName",
  legal_last_name: "legalLastName",
  date_of_birth: "dateOfBirth",
  place_of_birth: "placeOfBirth",
  nationality: "nationality",
  tax_number: "taxNumber",
  phone: "phone",
  street: "street",
  postal_code: "postalCode",
  city: "city",
  country: "country",
  document_kind: "documentKind",
  document_number: "documentNumber",
} as const satisfies Record<string, IdentityField>;

/** What it may say of the person's digital identity, in the order of the form (F44). Stored sealed only. */
export type IdentityColumn = keyof typeof identityFieldOf;
export const identityColumns = Object.keys(identityFieldOf) as readonly IdentityColumn[];

/** The columns of an import. */
export type ImportColumn = AccountColumn | IdentityColumn;
export const importColumns: readonly ImportColumn[] = [...accountColumns, ...identityColumns];

/** To be mapped, or given a default (F30). */
export const obligatoryColumns = ["first_name", "last_name", "email", "company"] as const satisfies AccountColumn[];

const accountField: Record<AccountColumn, Exclude<PersonField, PersonIdentityField>> = {
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
  return isIdentityColumn(column) ? `identity.${identityFieldOf[column]}` : accountField[column];
}

/** Whether a column holds a part of the digital identity. */
export function isIdentityColumn(column: ImportColumn | null): column is IdentityColumn {
  return column !== null && Object.hasOwn(identityFieldOf, column);
}

/** Which field of the digital identity such a column fills: whether it is asked, the workspace says. */
export function identityField(column: IdentityColumn): IdentityField {
  return identityFieldOf[column];
}

/** What each row of an import has to give: `require` of checkPerson and rowChecker. */
export const importRequires: readonly PersonField[] = obligatoryColumns.map(columnField);

const names: ReadonlySet<string> = new Set(importColumns);

export function isImportColumn(name: string): name is ImportColumn {
  return names.has(name);
}

/** The obligatory columns that are neither mapped nor given a default. */
export function missingColumns(columns: readonly (ImportColumn | null)[], defaults: PersonFields): AccountColumn[] {
  return obligatoryColumns.filter((column) => !columns.includes(column) && !defaults[accountField[column]]);
}

import { limits } from "@usher/rules/limits";
import { checkPerson, type PersonFields } from "@usher/rules/person";
import type { GroupRole } from "@usher/rules/roles";
import { isBlank } from "@usher/rules/white-space";
import type { UserErrorCode } from "@usher/schema/user-error";
import { type KnownNames, type WantedNames, wantNothing } from "../groups/find-or-create-names.js";
import type { User } from "./user.entity.js";

/** What may be asked of an account, as given: absent for unchanged, null or blank to clear. */
export type ChangeFields = Partial<Record<ChangedField, string | null>> & {
  addGroups?: readonly GroupRoleFields[] | null;
  removeGroups?: readonly GroupRoleFields[] | null;
};

interface GroupRoleFields {
  group: string;
  role: string;
}

const changedFields = [
  "firstName",
  "lastName",
  "username",
  "company",
  "team",
  "label",
  "language",
  "userType",
  "deletionDate",
  "externalId",
] as const satisfies (keyof PersonFields)[];

export type ChangedField = (typeof changedFields)[number];

/** Every account has one, so there is nothing to clear. */
const neverCleared: readonly ChangedField[] = ["language", "userType"];

export interface NamedRole {
  group: string;
  role: GroupRole;
}

/** Changes as understood; companies, teams, labels and groups by name, since they may still have to be made. */
export interface UserChanges {
  values: Partial<Record<ChangedField, string | null>>;
  joins: NamedRole[];
  leaves: NamedRole[];
}

export interface ChangeProblem {
  code: UserErrorCode;
  path: (string | number)[];
}

/** Understands changes, and says what is wrong with them wherever they came from. `today`: in the workspace's zone. */
export function checkUserChanges(
  fields: ChangeFields,
  today: string,
): { changes: UserChanges; problems: ChangeProblem[] } {
  const problems: ChangeProblem[] = [];
  const values: UserChanges["values"] = {};
  const { person, problems: wrong } = checkPerson(only(fields), { today, require: [] });
  problems.push(...wrong.map(({ code, field }) => ({ code, path: [field] })));
  for (const field of changedFields) {
    const raw = fields[field];
    if (raw === undefined) continue;
    const isCleared = raw === null || isBlank(raw);
    if (isCleared && neverCleared.includes(field)) problems.push({ code: "REQUIRED", path: [field] });
    values[field] = isCleared ? null : person[field];
  }
  const joins = checkRoles("addGroups", fields.addGroups ?? [], today, problems);
  const leaves = checkRoles("removeGroups", fields.removeGroups ?? [], today, problems);
  return { changes: { values, joins, leaves }, problems };
}

const only = (fields: ChangeFields): PersonFields =>
  Object.fromEntries(changedFields.map((field) => [field, fields[field]]));

function checkRoles(
  list: "addGroups" | "removeGroups",
  given: readonly GroupRoleFields[],
  today: string,
  problems: ChangeProblem[],
): NamedRole[] {
  if (given.length > limits.groupsPerPerson) {
    problems.push({ code: "TOO_LONG", path: [list] });
    return [];
  }
  const roles: NamedRole[] = [];
  given.forEach(({ group, role }, i) => {
    const one = { groups: [group], roles: [role] };
    const { person, problems: wrong } = checkPerson(one, { today, require: ["groups", "roles"] });
    for (const { code, field } of wrong)
      problems.push({ code, path: [list, i, field === "groups" ? "group" : "role"] });
    const [name] = person.groups;
    const [is] = person.roles;
    if (name !== undefined && is !== undefined && wrong.length === 0) roles.push({ group: name, role: is });
  });
  return roles;
}

/** The names that the changes stand on. */
export function namesOfChanges({ values, joins, leaves }: UserChanges): WantedNames {
  const wanted = wantNothing();
  for (const kind of ["company", "team", "label"] as const) if (values[kind]) wanted[kind].add(values[kind]);
  for (const { group } of [...joins, ...leaves]) wanted.group.add(group);
  return wanted;
}

const unknown = { company: "UNKNOWN_COMPANY", team: "UNKNOWN_TEAM", label: "UNKNOWN_LABEL" } as const;

/** What is named and does not exist; groups to leave must exist, even where missing ones are made. */
export function unknownNames(
  names: KnownNames,
  { values, joins, leaves }: UserChanges,
  createMissing: boolean,
): ChangeProblem[] {
  const problems: ChangeProblem[] = [];
  if (!createMissing) {
    for (const kind of ["company", "team", "label"] as const) {
      const name = values[kind];
      if (name && names.idOf(kind, name) === undefined) problems.push({ code: unknown[kind], path: [kind] });
    }
    problems.push(...unknownGroups(names, "addGroups", joins));
  }
  return [...problems, ...unknownGroups(names, "removeGroups", leaves)];
}

const unknownGroups = (names: KnownNames, list: string, roles: readonly NamedRole[]): ChangeProblem[] =>
  roles.flatMap(({ group }, i) =>
    names.idOf("group", group) === undefined ? [{ code: "UNKNOWN_GROUP", path: [list, i, "group"] }] : [],
  );

/** The columns that the changes set, once all their names are known. */
export function changedColumns(names: KnownNames, { values }: UserChanges): Partial<User> {
  const { company, team, label, ...plain } = values;
  const columns = { ...plain } as Partial<User>;
  const idOf = (kind: "company" | "team" | "label", name: string | null) =>
    name === null ? null : (names.idOf(kind, name) as string);
  if (company !== undefined) columns.companyId = idOf("company", company);
  if (team !== undefined) columns.teamId = idOf("team", team);
  if (label !== undefined) columns.labelId = idOf("label", label);
  return columns;
}

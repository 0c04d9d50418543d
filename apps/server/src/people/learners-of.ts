import type { GroupRole } from "@usher/rules/roles";
import { sortKey } from "../db/sort-key.js";
import type { FromSession, IntoGroup } from "./bounds.js";
import type { PersonRow } from "./person-row.js";

/** The people as a program session takes them: learners of its group, and of no other in no other role (F7). */
export const learnersOf = ({ groupName, groupKey }: FromSession, rows: readonly PersonRow[]): PersonRow[] =>
  rows.map((row) => {
    const alone = intoGroup(row, { name: groupName, key: groupKey }, ["LEARNER"]);
    const others = row.person.roles.flatMap((role, index) =>
      role === "LEARNER" ? [] : [notCombinable("roles", index)],
    );
    return { ...alone, problems: [...alone.problems, ...others] };
  });

/** The people as a group takes them: in the roles that they are given, and in no other group (F6). */
export const membersOf = (group: IntoGroup, rows: readonly PersonRow[]): PersonRow[] =>
  rows.map((row) => {
    const { roles } = row.person;
    return intoGroup(row, group, roles.length > 0 ? roles : ["LEARNER"]);
  });

function intoGroup(row: PersonRow, { name, key }: Pick<IntoGroup, "name" | "key">, roles: GroupRole[]): PersonRow {
  const { person, problems } = row;
  const others = person.groups.flatMap((group, index) =>
    sortKey(group) === key ? [] : [notCombinable("groups", index)],
  );
  return { ...row, person: { ...person, groups: [name], roles }, problems: [...problems, ...others] };
}

const notCombinable = <Field extends "groups" | "roles">(field: Field, index: number) =>
  ({ field, code: "NOT_COMBINABLE", index }) as const;

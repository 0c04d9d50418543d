import { sortKey } from "../db/sort-key.js";
import type { FromSession } from "./bounds.js";
import type { PersonRow } from "./person-row.js";

/** The people as a program session takes them: learners of its group, and of no other in no other role (F7). */
export const learnersOf = ({ groupName, groupKey }: FromSession, rows: readonly PersonRow[]): PersonRow[] =>
  rows.map((row) => {
    const { person, problems } = row;
    return {
      ...row,
      person: { ...person, groups: [groupName], roles: ["LEARNER"] },
      problems: [
        ...problems,
        ...person.groups.flatMap((group, index) =>
          sortKey(group) === groupKey ? [] : [notCombinable("groups", index)],
        ),
        ...person.roles.flatMap((role, index) => (role === "LEARNER" ? [] : [notCombinable("roles", index)])),
      ],
    };
  });

const notCombinable = <Field extends "groups" | "roles">(field: Field, index: number) =>
  ({ field, code: "NOT_COMBINABLE", index }) as const;

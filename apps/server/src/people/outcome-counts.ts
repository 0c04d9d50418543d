import type { PersonCounts, PersonOutcome } from "@usher/schema/person";

/** Where each outcome is counted. */
export const countField: Record<PersonOutcome, Exclude<keyof PersonCounts, "total">> = {
  INVITED: "invited",
  CREATED: "created",
  UPDATED: "updated",
  ADDED_TO_GROUPS: "addedToGroups",
  UNCHANGED: "unchanged",
  REJECTED: "rejected",
};

/** The outcomes in numbers. */
export function countOutcomes(outcomes: Iterable<PersonOutcome>): PersonCounts {
  const counts = { invited: 0, created: 0, updated: 0, addedToGroups: 0, unchanged: 0, rejected: 0, total: 0 };
  for (const outcome of outcomes) {
    counts[countField[outcome]]++;
    counts.total++;
  }
  return counts;
}

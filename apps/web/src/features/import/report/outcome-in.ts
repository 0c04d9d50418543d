import type { PersonOutcome } from "../../../gql/graphql";

const outcomes: readonly PersonOutcome[] = [
  "INVITED",
  "CREATED",
  "UPDATED",
  "ADDED_TO_GROUPS",
  "UNCHANGED",
  "REJECTED",
];

/** The filter that the address holds. */
export function outcomeIn(params: URLSearchParams): PersonOutcome | null {
  return outcomes.find((outcome) => outcome === params.get("outcome")) ?? null;
}

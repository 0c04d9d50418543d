import type { ErrorPolicy } from "@usher/schema/adding";
import { type Decision, isRejected } from "./decision.js";

/** With REJECT_EVERYTHING one that is rejected keeps all others from being done. */
export function underPolicy(decisions: readonly Decision[], policy: ErrorPolicy): readonly Decision[] {
  if (policy === "REJECT_FAILED_ROWS" || !decisions.some(isRejected)) return decisions;
  return decisions.map((decision) => {
    if (isRejected(decision)) return decision;
    const { row, person } = decision;
    return { row, person, outcome: "REJECTED", remarks: [{ code: "NOT_ATTEMPTED", field: null }] };
  });
}

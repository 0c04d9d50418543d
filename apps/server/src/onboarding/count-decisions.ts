import type { App } from "../context.js";
import type { Tx } from "../db/transaction.js";
import type { Decision } from "../people/decision.js";
import { countDay } from "./count-day.js";

/** Counts who was invited or created by these decisions. A renewed invitation was counted when it was made. */
export function countDecisions(
  tx: Tx,
  app: Pick<App, "clock">,
  workspaceId: string,
  decisions: readonly Decision[],
): Promise<void> {
  return countDay(tx, app, workspaceId, {
    INVITED: decisions.filter((decision) => decision.outcome === "INVITED" && !decision.renews).length,
    CREATED: decisions.filter(({ outcome }) => outcome === "CREATED").length,
  });
}

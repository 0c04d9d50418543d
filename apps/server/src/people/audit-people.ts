import { type AuditActor, recordAudit } from "../audit/record-audit.js";
import type { App } from "../context.js";
import type { Tx } from "../db/transaction.js";
import type { Decision } from "./decision.js";
import { countOutcomes } from "./outcome-counts.js";

/** Records how many people were invited, created, changed and added to groups; nothing when there were none. */
export async function auditPeople(
  tx: Tx,
  app: Pick<App, "clock">,
  workspaceId: string,
  actor: AuditActor,
  decisions: readonly Decision[],
): Promise<void> {
  const { invited, created, updated, addedToGroups } = countOutcomes(decisions.map(({ outcome }) => outcome));
  const events = [
    { type: "people_invited", count: invited },
    { type: "people_created", count: created },
    { type: "people_updated", count: updated },
    { type: "people_added_to_groups", count: addedToGroups },
  ] as const;
  for (const event of events) if (event.count > 0) await recordAudit(tx, app, workspaceId, actor, event);
}

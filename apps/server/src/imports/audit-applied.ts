import type { PersonCounts } from "@usher/schema/person";
import { recordAudit } from "../audit/record-audit.js";
import type { App } from "../context.js";
import type { Tx } from "../db/transaction.js";
import type { Import } from "./import.entity.js";
import { readTotals } from "./import-totals.js";

/**
 * Records how many people an import invited, created, changed and added to groups, in the transaction that ends it: after the
 * update of its state, which waits for chunks under way, so that nothing comes on top.
 */
export async function auditApplied(
  tx: Tx,
  app: Pick<App, "clock">,
  { id, workspaceId, createdById }: Pick<Import, "id" | "workspaceId" | "createdById">,
): Promise<void> {
  const done: Partial<PersonCounts> = (await readTotals(tx, [id])).get(id)?.done ?? {};
  const events = [
    { type: "people_invited", count: done.invited ?? 0, importId: id },
    { type: "people_created", count: done.created ?? 0, importId: id },
    { type: "people_updated", count: done.updated ?? 0, importId: id },
    { type: "people_added_to_groups", count: done.addedToGroups ?? 0, importId: id },
  ] as const;
  const actor = { kind: "user", userId: createdById } as const;
  for (const event of events) if (event.count > 0) await recordAudit(tx, app, workspaceId, actor, event);
}

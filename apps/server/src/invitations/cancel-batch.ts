import { In } from "typeorm";
import { type AuditActor, recordAudits } from "../audit/record-audit.js";
import type { App } from "../context.js";
import { readByKeys } from "../db/read-by-keys.js";
import type { Tx } from "../db/transaction.js";
import type { BatchResult } from "../tasks/act-on-selection.js";
import { Invitation } from "./invitation.entity.js";

/**
 * Withdraws these invitations, pending or expired, and kills their links (F15). Those that are cancelled already are as
 * wished; accepted ones are refused.
 */
export async function cancelBatch(
  tx: Tx,
  app: Pick<App, "clock">,
  workspaceId: string,
  actor: AuditActor,
  ids: readonly string[],
): Promise<BatchResult> {
  const rows = await readByKeys(tx, Invitation, ["id", "status"], workspaceId, "id", ids, { lock: true });
  const open = rows.filter(({ status }) => status === "PENDING").map(({ id }) => id);
  await tx.update(
    Invitation,
    { workspaceId, id: In(open) },
    {
      status: "CANCELLED",
      openKey: null,
      generation: () => "generation + 1",
      attention: null,
      nextReminderAt: null,
      updatedAt: app.clock.now(),
    },
  );
  await recordAudits(
    tx,
    app,
    workspaceId,
    actor,
    open.map((id) => ({ type: "invitation_cancelled", subject: id })),
  );
  const accepted = rows.filter(({ status }) => status === "ACCEPTED");
  return { changed: open.length, refused: accepted.map(({ id }) => ({ id, code: "INVITATION_CLOSED" })) };
}

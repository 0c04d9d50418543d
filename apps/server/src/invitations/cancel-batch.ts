import { In } from "typeorm";
import { type AuditActor, recordAudit } from "../audit/record-audit.js";
import type { App } from "../context.js";
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
  const open = { workspaceId, id: In([...ids]), status: "PENDING" as const };
  const cancelled = {
    status: "CANCELLED" as const,
    openKey: null,
    attention: null,
    nextReminderAt: null,
    generation: () => "generation + 1",
    updatedAt: app.clock.now(),
  };
  const { affected = 0 } = await tx.update(Invitation, open, cancelled);
  const refused = await tx.find(Invitation, {
    select: { id: true },
    where: { workspaceId, id: In([...ids]), status: "ACCEPTED" },
  });
  const subject = ids.length === 1 ? { subject: ids[0] as string } : {};
  if (affected > 0) {
    await recordAudit(tx, app, workspaceId, actor, { type: "invitations_cancelled", count: affected, ...subject });
  }
  return { changed: affected, refused: refused.map(({ id }) => ({ id, code: "INVITATION_CLOSED" })) };
}

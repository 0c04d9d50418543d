import { In } from "typeorm";
import { type AuditActor, recordAudits } from "../audit/record-audit.js";
import type { App } from "../context.js";
import { readByKeys } from "../db/read-by-keys.js";
import type { Tx } from "../db/transaction.js";
import { leavePlaces } from "../program-sessions/leave-places.js";
import type { BatchResult } from "../tasks/act-on-selection.js";
import { beyondReach } from "./beyond-reach.js";
import { Invitation } from "./invitation.entity.js";

const properties = ["id", "status", "programSessionId", "inviterId", "emailKey"] as const;

/**
 * Withdraws these invitations, pending or expired, and kills their links (F15); whoever was invited from a program session is awaited there no more. Those that are cancelled already are as
 * wished; accepted ones are refused, and to a group's administrator those that promise more than they could give (F6).
 */
export async function cancelBatch(
  tx: Tx,
  app: Pick<App, "clock">,
  workspaceId: string,
  actor: AuditActor,
  asked: readonly string[],
): Promise<BatchResult> {
  const tooMuch = await beyondReach(tx, workspaceId, actor, asked);
  const ids = asked.filter((id) => !tooMuch.has(id));
  const rows = await readByKeys(tx, Invitation, properties, workspaceId, "id", ids, { lock: true });
  const pending = rows.filter(({ status }) => status === "PENDING");
  const open = pending.map(({ id }) => id);
  await tx.update(
    Invitation,
    { workspaceId, id: In(open) },
    {
      status: "CANCELLED",
      openKey: null,
      generation: () => "generation + 1",
      attention: null,
      // nobody will complete it
      sealedIdentity: null,
      nextReminderAt: null,
      updatedAt: app.clock.now(),
    },
  );
  await leavePlaces(tx, app, workspaceId, actor, pending);
  await recordAudits(
    tx,
    app,
    workspaceId,
    actor,
    open.map((id) => ({ type: "invitation_cancelled", subject: id })),
  );
  const accepted = rows.filter(({ status }) => status === "ACCEPTED");
  return {
    changed: open.length,
    refused: [
      ...accepted.map(({ id }) => ({ id, code: "INVITATION_CLOSED" as const })),
      ...[...tooMuch].map((id) => ({ id, code: "NOT_ALLOWED" as const })),
    ],
  };
}

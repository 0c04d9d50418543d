import { type AuditActor, recordAudit } from "../audit/record-audit.js";
import type { App } from "../context.js";
import type { Tx } from "../db/transaction.js";
import { Link } from "../links/link.entity.js";
import { Invitation } from "./invitation.entity.js";
import { expiryAfter } from "./lifetime.js";
import { nextReminder, readReminderPlan } from "./reminder-plan.js";

/**
 * Lets an open invitation and the links of its present generation live so many hours from now; a link that had expired works
 * again. False when the invitation is closed.
 */
export async function changeLifetime(
  tx: Tx,
  app: Pick<App, "clock">,
  workspaceId: string,
  actor: AuditActor,
  id: string,
  hours: number,
): Promise<boolean> {
  const now = app.clock.now();
  const expiresAt = expiryAfter(now, hours);
  const open = { id, workspaceId, status: "PENDING" as const };
  const { affected } = await tx.update(Invitation, open, { lifetimeHours: hours, expiresAt, updatedAt: now });
  if (affected !== 1) return false;
  const { generation, lastSentAt, remindersSent, deliveryState } = await tx.findOneByOrFail(Invitation, { id });
  await tx.update(Link, { purpose: "INVITATION", subjectId: id, generation }, { expiresAt });
  const isReached = deliveryState === "SENT" || deliveryState === "QUEUED";
  const plan = await readReminderPlan(tx, workspaceId);
  const nextReminderAt =
    isReached && lastSentAt ? nextReminder(plan, { sentAt: lastSentAt, expiresAt, sent: remindersSent }) : null;
  await tx.update(Invitation, { id }, { nextReminderAt });
  await recordAudit(tx, app, workspaceId, actor, { type: "invitation_lifetime_changed", subject: id, hours });
  return true;
}

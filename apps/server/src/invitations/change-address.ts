import { type AuditActor, recordAudit } from "../audit/record-audit.js";
import type { Tx } from "../db/transaction.js";
import { Invitation } from "./invitation.entity.js";
import { expiryAfter } from "./lifetime.js";
import { nextReminder, readReminderPlan } from "./reminder-plan.js";
import { mailedNow, type SendsLinks, sendLinks } from "./send-links.js";

/**
 * Sends an open invitation to another address: a new generation, so that whoever has the old link has nothing. Answers the
 * link where no mail brings it; null when the invitation is closed. Rejects with a key conflict when the address is invited.
 */
export async function changeAddress(
  tx: Tx,
  app: SendsLinks,
  workspaceId: string,
  actor: AuditActor,
  id: string,
  { email, key }: { email: string; key: string },
): Promise<{ link: string | null } | null> {
  const now = app.clock.now();
  const { affected } = await tx.update(
    Invitation,
    { id, workspaceId, status: "PENDING" },
    {
      email,
      emailKey: key,
      openKey: key,
      generation: () => "generation + 1",
      // somebody else opened, asked, was reminded
      openedAt: null,
      attention: null,
      newLinkAskedAt: null,
      remindersSent: 0,
      updatedAt: now,
      ...mailedNow(app),
    },
  );
  if (affected !== 1) return null;
  const renewed = await tx.findOneByOrFail(Invitation, { id });
  const expiresAt = expiryAfter(now, renewed.lifetimeHours);
  const plan = await readReminderPlan(tx, workspaceId);
  const isMailed = app.config.mail.delivery !== "NONE";
  const nextReminderAt = isMailed ? nextReminder(plan, { sentAt: now, expiresAt, sent: 0 }) : null;
  await tx.update(Invitation, { id }, { expiresAt, nextReminderAt });
  const [handed] = await sendLinks(tx, app, [{ ...renewed, expiresAt }]);
  await recordAudit(tx, app, workspaceId, actor, { type: "invitation_address_changed", subject: id });
  return { link: handed?.link ?? null };
}

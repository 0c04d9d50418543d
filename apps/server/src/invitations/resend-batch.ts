import { In, Not } from "typeorm";
import { type AuditActor, recordAudits } from "../audit/record-audit.js";
import type { Tx } from "../db/transaction.js";
import type { BatchResult } from "../tasks/act-on-selection.js";
import { beyondReach } from "./beyond-reach.js";
import { Invitation } from "./invitation.entity.js";
import { expiryAfter } from "./lifetime.js";
import { nextReminder, type ReminderPlan, readReminderPlan } from "./reminder-plan.js";
import { type HandedLink, mailedNow, type SendsLinks, sendLinks } from "./send-links.js";
import { vouchFor } from "./vouch-for.js";

export interface ResendResult extends BatchResult {
  /** Where no mail is delivered, to be handed over. */
  links: HandedLink[];
}

/**
 * Renews these invitations, pending or expired: a new link, a new expiry, a new mail; the old links die (F16). Accepted and
 * cancelled ones are refused, and those beyond whoever asks. A few statements, however many they are.
 */
export async function resendBatch(
  tx: Tx,
  app: SendsLinks,
  workspaceId: string,
  actor: AuditActor,
  asked: readonly string[],
): Promise<ResendResult> {
  const tooMuch = await beyondReach(tx, workspaceId, actor, asked, {
    areHandedOver: app.config.mail.delivery === "NONE",
  });
  const ids = asked.filter((id) => !tooMuch.has(id));
  const these = { workspaceId, id: In(ids) };
  // first, so that the rows are ours: from here on the open ones stay open
  await startGeneration(tx, app, these);
  const plan = await readReminderPlan(tx, workspaceId);
  const renewed = await renewExpiry(tx, app, plan, await tx.findBy(Invitation, { ...these, status: "PENDING" }));
  const links = await sendLinks(tx, app, await vouchFor(tx, workspaceId, actor, renewed));
  const closed = await tx.find(Invitation, { select: { id: true }, where: { ...these, status: Not("PENDING") } });
  await recordAudits(
    tx,
    app,
    workspaceId,
    actor,
    renewed.map(({ id }) => ({ type: "invitation_resent", subject: id })),
  );
  return {
    changed: renewed.length,
    refused: [
      ...closed.map(({ id }) => ({ id, code: "INVITATION_CLOSED" as const })),
      ...[...tooMuch].map((id) => ({ id, code: "NOT_ALLOWED" as const })),
    ],
    links,
  };
}

interface These {
  workspaceId: string;
  id: ReturnType<typeof In<string>>;
}

async function startGeneration(tx: Tx, app: SendsLinks, these: These): Promise<void> {
  await tx.update(
    Invitation,
    { ...these, status: "PENDING" },
    {
      generation: () => "generation + 1",
      attention: null,
      newLinkAskedAt: null,
      remindersSent: 0,
      updatedAt: app.clock.now(),
      ...mailedNow(app),
    },
  );
}

/** Each lives as long as it was meant to, from now on: one statement for each lifetime among them. */
async function renewExpiry(
  tx: Tx,
  app: SendsLinks,
  plan: ReminderPlan,
  invitations: readonly Invitation[],
): Promise<Invitation[]> {
  const now = app.clock.now();
  for (const hours of new Set(invitations.map(({ lifetimeHours }) => lifetimeHours))) {
    const alike = invitations.filter(({ lifetimeHours }) => lifetimeHours === hours).map(({ id }) => id);
    const expiresAt = expiryAfter(now, hours);
    const isMailed = app.config.mail.delivery !== "NONE";
    const nextReminderAt = isMailed ? nextReminder(plan, { sentAt: now, expiresAt, sent: 0 }) : null;
    await tx.update(Invitation, { id: In(alike) }, { expiresAt, nextReminderAt });
  }
  return invitations.map((invitation) => ({ ...invitation, expiresAt: expiryAfter(now, invitation.lifetimeHours) }));
}

import { In, Not } from "typeorm";
import { type AuditActor, recordAudit } from "../audit/record-audit.js";
import type { App } from "../context.js";
import type { Tx } from "../db/transaction.js";
import { makeLinks } from "../links/make-links.js";
import { enqueueMail } from "../mail/enqueue-mail.js";
import type { BatchResult } from "../tasks/act-on-selection.js";
import { Invitation } from "./invitation.entity.js";
import { invitationMail } from "./invitation-mail.js";
import { expiryAfter } from "./lifetime.js";

type Resends = Pick<App, "clock" | "config" | "jobs" | "secrets">;

/**
 * Renews these invitations, pending or expired: a new link, a new expiry, a new mail; the old links die (F16). Accepted and
 * cancelled ones are refused. A few statements, however many they are.
 */
export async function resendBatch(
  tx: Tx,
  app: Resends,
  workspaceId: string,
  actor: AuditActor,
  ids: readonly string[],
): Promise<BatchResult> {
  const these = { workspaceId, id: In([...ids]) };
  // first, so that the rows are ours: from here on the open ones stay open
  await startGeneration(tx, app, these);
  const renewed = await renewExpiry(tx, app, await tx.findBy(Invitation, { ...these, status: "PENDING" }));
  await linkAndMail(tx, app, renewed);
  const closed = await tx.find(Invitation, { select: { id: true }, where: { ...these, status: Not("PENDING") } });
  const subject = ids.length === 1 ? { subject: ids[0] as string } : {};
  if (renewed.length > 0) {
    await recordAudit(tx, app, workspaceId, actor, { type: "invitations_resent", count: renewed.length, ...subject });
  }
  return { changed: renewed.length, refused: closed.map(({ id }) => ({ id, code: "INVITATION_CLOSED" })) };
}

interface These {
  workspaceId: string;
  id: ReturnType<typeof In<string>>;
}

async function startGeneration(tx: Tx, app: Resends, these: These): Promise<void> {
  const now = app.clock.now();
  const sent =
    app.config.mail.delivery === "NONE"
      ? { deliveryState: null }
      : { deliveryState: "QUEUED" as const, sentCount: () => "sent_count + 1", lastSentAt: now };
  await tx.update(
    Invitation,
    { ...these, status: "PENDING" },
    { generation: () => "generation + 1", attention: null, newLinkAskedAt: null, updatedAt: now, ...sent },
  );
}

/** Each lives as long as it was meant to, from now on: one statement for each lifetime among them. */
async function renewExpiry(tx: Tx, app: Resends, invitations: readonly Invitation[]): Promise<Invitation[]> {
  const now = app.clock.now();
  for (const hours of new Set(invitations.map(({ lifetimeHours }) => lifetimeHours))) {
    const alike = invitations.filter(({ lifetimeHours }) => lifetimeHours === hours).map(({ id }) => id);
    await tx.update(Invitation, { id: In(alike) }, { expiresAt: expiryAfter(now, hours) });
  }
  return invitations.map((invitation) => ({ ...invitation, expiresAt: expiryAfter(now, invitation.lifetimeHours) }));
}

/** Where no mail is made the link would be lost on the spot: there it is copied by hand. */
async function linkAndMail(tx: Tx, app: Resends, invitations: readonly Invitation[]): Promise<void> {
  if (app.config.mail.delivery === "NONE") return;
  const secrets = await makeLinks(
    tx,
    app,
    invitations.map(({ workspaceId, id, generation, expiresAt }) => ({
      workspaceId,
      purpose: "INVITATION",
      subjectId: id,
      generation,
      expiresAt,
    })),
  );
  await enqueueMail(
    tx,
    app,
    invitations.map((invitation, i) => invitationMail(invitation, secrets[i] as string)),
  );
}

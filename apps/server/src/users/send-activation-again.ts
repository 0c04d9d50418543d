import { recordAudit } from "../audit/record-audit.js";
import type { Ctx } from "../context.js";
import type { Tx } from "../db/transaction.js";
import { expiryAfter } from "../invitations/lifetime.js";
import { makeLinks } from "../links/make-links.js";
import { enqueueMail } from "../mail/enqueue-mail.js";
import { Workspace } from "../workspaces/workspace.entity.js";
import { activationMail } from "./new-account-mail.js";
import { User } from "./user.entity.js";

/**
 * Mails one more activation link to somebody who asks for a password and has not acted yet. Former ones live on until their
 * own end: whoever asks need not be the owner, and takes nothing away.
 */
export async function sendActivationAgain(tx: Tx, ctx: Ctx, user: User): Promise<void> {
  const { id, workspaceId, generation, email } = user;
  if (email === null) return;
  const { activationLifetimeHours } = await tx.findOneByOrFail(Workspace, { id: workspaceId });
  const now = ctx.clock.now();
  const expiresAt = expiryAfter(now, activationLifetimeHours);
  const waiting = { id, workspaceId, generation, status: "PENDING" as const };
  const { affected } = await tx.update(User, waiting, {
    activationExpiresAt: expiresAt,
    activationSentCount: () => "activation_sent_count + 1",
    activationSentAt: now,
    deliveryState: "QUEUED",
    attention: null,
    newLinkAskedAt: null,
    updatedAt: now,
  });
  if (affected !== 1) return;
  const link = { workspaceId, purpose: "ACTIVATION", subjectId: id, generation, expiresAt } as const;
  const [secret] = await makeLinks(tx, ctx, [link]);
  await enqueueMail(tx, ctx, [activationMail(user, user, secret as string)]);
  const event = { type: "activation_mails_sent", count: 1, subject: id } as const;
  await recordAudit(tx, ctx, workspaceId, { kind: "system", userId: null }, event);
}

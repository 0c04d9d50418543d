import { In, IsNull, Not } from "typeorm";
import { type AuditActor, recordAudit } from "../audit/record-audit.js";
import type { App } from "../context.js";
import type { Tx } from "../db/transaction.js";
import { expiryAfter } from "../invitations/lifetime.js";
import { makeLinks } from "../links/make-links.js";
import { enqueueMail } from "../mail/enqueue-mail.js";
import type { BatchResult } from "../tasks/act-on-selection.js";
import { Workspace } from "../workspaces/workspace.entity.js";
import { holdingMore } from "./holding-more.js";
import { activationMail, type Creator, recipientOf } from "./new-account-mail.js";
import { User } from "./user.entity.js";

export interface SendOptions {
  /** All mails go to whoever sends them; else only those of people without an address. */
  toCreator: boolean;
}

/**
 * Gives these people, who wait to be activated, a new link, expiry and mail; the old links die. A few statements, however many
 * they are.
 */
export async function sendActivationBatch(
  tx: Tx,
  app: Pick<App, "clock" | "config" | "jobs" | "secrets">,
  workspaceId: string,
  actor: AuditActor,
  ids: readonly string[],
  { toCreator }: SendOptions,
): Promise<BatchResult> {
  const creator = await tx.findOneByOrFail(User, { workspaceId, id: actor.userId as string });
  const refused = await notToHandOver(tx, workspaceId, creator, ids, toCreator);
  const isRefused = new Set(refused.map(({ id }) => id));
  const these = { workspaceId, id: In(ids.filter((id) => !isRefused.has(id))) };
  const { activationLifetimeHours } = await tx.findOneByOrFail(Workspace, { id: workspaceId });
  const now = app.clock.now();
  const expiresAt = expiryAfter(now, activationLifetimeHours);
  // the update first, so that the rows are ours: from here on they wait
  await tx.update(
    User,
    { ...these, status: "PENDING" },
    {
      generation: () => "generation + 1",
      activationExpiresAt: expiresAt,
      activationSentCount: () => "activation_sent_count + 1",
      activationSentAt: now,
      deliveryState: "QUEUED",
      attention: null,
      newLinkAskedAt: null,
      updatedAt: now,
    },
  );
  const waiting = await tx.findBy(User, { ...these, status: "PENDING" });
  const secrets = await makeLinks(
    tx,
    app,
    waiting.map(({ id, generation }) => ({
      workspaceId,
      purpose: "ACTIVATION",
      subjectId: id,
      generation,
      expiresAt,
    })),
  );
  const mails = waiting.map((user, i) =>
    activationMail(user, recipientOf(user, creator, toCreator), secrets[i] as string),
  );
  await enqueueMail(tx, app, mails);
  const others = await tx.find(User, { select: { id: true }, where: { ...these, status: Not("PENDING") } });
  const subject = ids.length === 1 ? { subject: ids[0] as string } : {};
  if (waiting.length > 0) {
    const event = { type: "activation_mails_sent", count: waiting.length, ...subject } as const;
    await recordAudit(tx, app, workspaceId, actor, event);
  }
  return {
    changed: waiting.length,
    refused: [...refused, ...others.map(({ id }) => ({ id, code: "USER_NOT_PENDING" }) as const)],
  };
}

/** Those whose links would go to the creator, and must not, or have nowhere to go. */
async function notToHandOver(
  tx: Tx,
  workspaceId: string,
  creator: Creator,
  ids: readonly string[],
  toCreator: boolean,
): Promise<BatchResult["refused"]> {
  const handedOver = await tx.find(User, {
    select: { id: true, userType: true },
    where: { workspaceId, id: In([...ids]), status: "PENDING", ...(!toCreator && { email: IsNull() }) },
  });
  if (handedOver.length === 0) return [];
  if (creator.email === null) return handedOver.map(({ id }) => ({ id, code: "NO_MAIL_DELIVERY" }));
  const tooMuch = await holdingMore(tx, workspaceId, creator.id, handedOver);
  return [...tooMuch].map((id) => ({ id, code: "NOT_ALLOWED" }));
}

import type { App } from "../context.js";
import type { Tx } from "../db/transaction.js";
import { linkAddress, makeLinks } from "../links/make-links.js";
import { enqueueMail } from "../mail/enqueue-mail.js";
import type { Invitation } from "./invitation.entity.js";
import { invitationMail } from "./invitation-mail.js";

export type SendsLinks = Pick<App, "clock" | "config" | "jobs" | "secrets">;

/** A link to hand over, by its whole address. */
export interface HandedLink {
  invitationId: string;
  link: string;
}

/**
 * Makes each a new link and the mail that brings it. Where no mail is delivered the links are answered instead, to be handed
 * over: it is the only moment at which they are known (F13).
 */
export async function sendLinks(tx: Tx, app: SendsLinks, invitations: readonly Invitation[]): Promise<HandedLink[]> {
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
  if (app.config.mail.delivery === "NONE") {
    return invitations.map(({ id }, i) => ({
      invitationId: id,
      link: linkAddress(app, "INVITATION", secrets[i] as string),
    }));
  }
  await enqueueMail(
    tx,
    app,
    invitations.map((invitation, i) => invitationMail(invitation, secrets[i] as string)),
  );
  return [];
}

/** What the row says of its mail once a new one is made; where none is, nothing claims so. */
export const mailedNow = (app: Pick<App, "clock" | "config">) =>
  app.config.mail.delivery === "NONE"
    ? { deliveryState: null }
    : { deliveryState: "QUEUED" as const, sentCount: () => "sent_count + 1", lastSentAt: app.clock.now() };

import { can } from "@usher/rules/permissions";
import type { RequestNewLinkPayload } from "@usher/schema/link";
import { IsNull } from "typeorm";
import { recordAudit } from "../audit/record-audit.js";
import type { Ctx } from "../context.js";
import type { Tx } from "../db/transaction.js";
import { userError } from "../http/user-errors.js";
import { Invitation } from "../invitations/invitation.entity.js";
import { mayInviteAgain } from "../invitations/may-grant.js";
import { enqueueMail } from "../mail/enqueue-mail.js";
import { anonymous, readActor } from "../permissions/read-actor.js";
import { User } from "../users/user.entity.js";
import { Workspace } from "../workspaces/workspace.entity.js";
import type { Link } from "./link.entity.js";
import { newLinkAskedMail } from "./new-link-asked-mail.js";
import { lookUpLink, uselessLink } from "./read-link.js";

/**
 * Lets those who invited or created somebody see that their link expired and they want a new one (F18). The first request
 * counts until a new link is made; later ones get the same answer and change nothing.
 */
export async function requestNewLink(ctx: Ctx, token: string): Promise<RequestNewLinkPayload> {
  const { state, link, invitation, user } = await lookUpLink(ctx, token);
  if (state === "VALID") return { asked: false, userErrors: [] };
  const adder = link && adderOf(link, invitation, user);
  if (state !== "EXPIRED" || !adder) {
    return { asked: false, userErrors: [userError(ctx.language, uselessLink(state), ["token"])] };
  }
  await ctx.tx((tx) => ask(tx, ctx, link, adder));
  return { asked: true, userErrors: [] };
}

interface Adder {
  id: string | null;
  /** What they invited to; null for an account that they created. */
  invitation: Invitation | null;
}

/** Who is to know; null for a link that its owner can renew without anybody (a forgotten password, a new address). */
function adderOf(link: Link, invitation: Invitation | null, user: User | null): Adder | null {
  if (link.purpose === "INVITATION" && invitation) return { id: invitation.inviterId, invitation };
  return link.purpose === "ACTIVATION" && user ? { id: user.createdById, invitation: null } : null;
}

async function ask(tx: Tx, ctx: Ctx, link: Link, adder: Adder): Promise<void> {
  const now = ctx.clock.now();
  const { subjectId: id, workspaceId, generation } = link;
  const quiet = { id, workspaceId, status: "PENDING" as const, generation, newLinkAskedAt: IsNull() };
  const asking = { newLinkAskedAt: now, attention: "NEW_LINK_ASKED" as const, updatedAt: now };
  const isInvited = link.purpose === "INVITATION";
  const { affected } = isInvited ? await tx.update(Invitation, quiet, asking) : await tx.update(User, quiet, asking);
  if (affected !== 1) return;
  await recordAudit(tx, ctx, workspaceId, { kind: "link", userId: null }, { type: "new_link_asked", subject: id });
  const told = await whomToTell(tx, workspaceId, adder);
  if (told?.email) await enqueueMail(tx, ctx, [newLinkAskedMail(told, told.email, { id, generation })]);
}

/** Whoever added the person; the founder, once that account is gone or may no longer do so. */
async function whomToTell(tx: Tx, workspaceId: string, { id, invitation }: Adder): Promise<User | null> {
  const adder = id && ((await readActor(tx, workspaceId, id)) ?? anonymous);
  if (adder && (can.add(adder) || (invitation && (await mayInviteAgain(tx, adder, invitation))))) {
    return tx.findOneBy(User, { id, workspaceId });
  }
  const workspace = await tx.findOneBy(Workspace, { id: workspaceId });
  return workspace && tx.findOneBy(User, { id: workspace.founderId, workspaceId });
}

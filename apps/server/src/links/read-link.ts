import type { LinkState } from "@usher/schema/link";
import type { EntityManager } from "typeorm";
import type { Ctx } from "../context.js";
import { Invitation } from "../invitations/invitation.entity.js";
import { hashSecret } from "../secrets/new-secrets.js";
import { EmailChange } from "../users/email-change.entity.js";
import { User } from "../users/user.entity.js";
import { Link } from "./link.entity.js";
import { activationLinkState, emailChangeLinkState, invitationLinkState, resetLinkState } from "./link-state.js";

/** What a secret leads to. Without a link (INVALID) there is nothing else either. */
export interface ReadLink {
  state: LinkState;
  link: Link | null;
  /** Of an INVITATION. */
  invitation: Invitation | null;
  /** Whose account it is, of every other purpose. */
  user: User | null;
  /** Of an EMAIL_CHANGE. */
  emailChange: EmailChange | null;
}

const nothing = { state: "INVALID", link: null, invitation: null, user: null, emailChange: null } as const;

/**
 * What a link is worth now: told by its subject's state and generation, and by the clock, at the moment of use. Reading
 * changes nothing. Links of another workspace are as unknown as those that were never made.
 */
export async function readLink(
  read: EntityManager,
  workspaceId: string | null,
  secret: string,
  now: Date,
): Promise<ReadLink> {
  const link = await read.findOneBy(Link, { secretHash: hashSecret(secret) });
  if (!link || link.workspaceId !== workspaceId) return nothing;
  const row = { id: link.subjectId, workspaceId };
  switch (link.purpose) {
    case "INVITATION": {
      const invitation = await read.findOneBy(Invitation, row);
      return { ...nothing, state: invitationLinkState(link, invitation, now), link, invitation };
    }
    case "ACTIVATION": {
      const user = await read.findOneBy(User, row);
      return { ...nothing, state: activationLinkState(link, user, now), link, user };
    }
    case "PASSWORD_RESET": {
      const user = await read.findOneBy(User, row);
      return { ...nothing, state: resetLinkState(link, user, now), link, user };
    }
    case "EMAIL_CHANGE": {
      const emailChange = await read.findOneBy(EmailChange, row);
      const user = emailChange && (await read.findOneBy(User, { id: emailChange.userId, workspaceId }));
      return { ...nothing, state: emailChangeLinkState(link, emailChange, user, now), link, user, emailChange };
    }
  }
}

/**
 * The same for whoever holds a link. What does not work is counted against the client's address, what works against itself:
 * a whole school may join from behind one address.
 */
export async function lookUpLink(ctx: Ctx, secret: string): Promise<ReadLink> {
  const found = await readLink(ctx.read, ctx.workspaceId, secret, ctx.clock.now());
  const working = found.state === "VALID" ? found.link : null;
  await ctx.throttle.links.spend(working?.subjectId ?? ctx.request.clientAddress);
  return found;
}

const codes = {
  EXPIRED: "LINK_EXPIRED",
  USED: "LINK_USED",
  CANCELLED: "LINK_CANCELLED",
  REPLACED: "LINK_REPLACED",
  INVALID: "LINK_INVALID",
} as const;

/** The userError's code for a link that does not work. */
export const linkProblem = (state: Exclude<LinkState, "VALID">) => codes[state];

/** Why a link is no use for what it is brought to: dead, or for something else. */
export const uselessLink = (state: LinkState) => (state === "VALID" ? "LINK_INVALID" : linkProblem(state));

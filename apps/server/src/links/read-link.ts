import type { LinkState } from "@usher/schema/link";
import type { EntityManager } from "typeorm";
import type { Ctx } from "../context.js";
import { Invitation } from "../invitations/invitation.entity.js";
import { hashSecret } from "../secrets/new-secrets.js";
import { Link } from "./link.entity.js";

/** What a secret leads to. Without a link (INVALID) there is neither. */
export interface ReadLink {
  state: LinkState;
  link: Link | null;
  invitation: Invitation | null;
}

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
  if (!link || link.workspaceId !== workspaceId || link.purpose !== "INVITATION") {
    return { state: "INVALID", link: null, invitation: null };
  }
  const invitation = await read.findOneBy(Invitation, { id: link.subjectId, workspaceId });
  return { state: stateOf(link, invitation, now), link, invitation };
}

/** A closed subject says more than the link's own age; an invitation that is gone was withdrawn. */
function stateOf(link: Link, invitation: Invitation | null, now: Date): LinkState {
  if (invitation === null || invitation.status === "CANCELLED") return "CANCELLED";
  if (invitation.status === "ACCEPTED") return "USED";
  if (link.generation !== invitation.generation) return "REPLACED";
  if (link.expiresAt <= now || invitation.expiresAt <= now) return "EXPIRED";
  return "VALID";
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

import { can } from "@usher/rules/permissions";
import { type Ctx, require } from "../context.js";
import { parseId } from "../db/ids.js";
import { notFound } from "../http/refusals.js";
import { Invitation } from "./invitation.entity.js";
import { maySeeInvitation } from "./see-invitations.js";

/** One invitation of the workspace, or to a group that the actor administers (F6); NOT_FOUND for every other id. */
export async function findInvitation(ctx: Ctx, rawId: string): Promise<Invitation> {
  const { workspaceId } = require(ctx, can.changeInvitations(ctx.actor), "the right to invite");
  const id = parseId(rawId);
  const invitation = id && (await ctx.read.findOneBy(Invitation, { id, workspaceId }));
  if (!invitation || !(await maySeeInvitation(ctx, invitation.id))) throw notFound("invitation");
  return invitation;
}

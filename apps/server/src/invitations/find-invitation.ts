import { can } from "@usher/rules/permissions";
import { type Ctx, require } from "../context.js";
import { parseId } from "../db/ids.js";
import { notFound } from "../http/refusals.js";
import { Invitation } from "./invitation.entity.js";

/** One invitation of the actor's own workspace; NOT_FOUND for every other id. */
export async function findInvitation(ctx: Ctx, rawId: string): Promise<Invitation> {
  const { workspaceId } = require(ctx, can.seeInvitations(ctx.actor), "the right to add people");
  const id = parseId(rawId);
  const invitation = id && (await ctx.read.findOneBy(Invitation, { id, workspaceId }));
  if (!invitation) throw notFound("invitation");
  return invitation;
}

import type { InvitationFilter, InvitationsArgs } from "@usher/schema/invitation";
import type { Ctx } from "../context.js";
import { countAll } from "../db/count-list.js";
import { type KeysetPage, readPage } from "../db/keyset.js";
import type { Invitation } from "./invitation.entity.js";
import { invitationList } from "./invitation-list.js";
import { requireFiltered } from "./see-invitations.js";

/** One page of the workspace's invitations (F14), or of a group's (F6). Throws BAD_USER_INPUT for a cursor of another list. */
export async function listInvitations(ctx: Ctx, args: InvitationsArgs): Promise<KeysetPage<Invitation>> {
  const { workspaceId } = requireFiltered(ctx, args.filter);
  return readPage(ctx.read, invitationList(workspaceId, ctx.clock.now(), args.filter, args.orderBy), args);
}

/** Exactly how many match, however many: what a confirmation names. */
export async function countInvitations(ctx: Ctx, filter: InvitationFilter | null | undefined): Promise<number> {
  const { workspaceId } = requireFiltered(ctx, filter);
  return countAll(ctx.read, invitationList(workspaceId, ctx.clock.now(), filter, null));
}

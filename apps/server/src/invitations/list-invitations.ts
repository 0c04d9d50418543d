import { can } from "@usher/rules/permissions";
import type { InvitationFilter, InvitationsArgs } from "@usher/schema/invitation";
import { type Ctx, require } from "../context.js";
import { countAll } from "../db/count-list.js";
import { type KeysetPage, readPage } from "../db/keyset.js";
import type { Invitation } from "./invitation.entity.js";
import { invitationList } from "./invitation-list.js";

const need = "the right to add people";

/** One page of the workspace's invitations (F14). Throws BAD_USER_INPUT for a cursor of another list. */
export function listInvitations(ctx: Ctx, args: InvitationsArgs): Promise<KeysetPage<Invitation>> {
  const { workspaceId } = require(ctx, can.seeInvitations(ctx.actor), need);
  return readPage(ctx.read, invitationList(workspaceId, ctx.clock.now(), args.filter, args.orderBy), args);
}

/** Exactly how many match, however many: what a confirmation names. */
export function countInvitations(ctx: Ctx, filter: InvitationFilter | null | undefined): Promise<number> {
  const { workspaceId } = require(ctx, can.seeInvitations(ctx.actor), need);
  return countAll(ctx.read, invitationList(workspaceId, ctx.clock.now(), filter, null));
}

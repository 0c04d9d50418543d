import { can } from "@usher/rules/permissions";
import type { InvitationFilter } from "@usher/schema/invitation";
import type { InvitationSelectionInput } from "@usher/schema/selection";
import type { EntityManager } from "typeorm";
import { type Actor, type Ctx, require } from "../context.js";
import { parseId } from "../db/ids.js";
import { notFound } from "../http/refusals.js";
import { promisesOf } from "./may-grant.js";

const need = "the right to add people, or being administrator of the group";

/**
 * Which invitations a filter may be asked of: those of the whole workspace, or, by the administrator of a group, those that lead into
 * it (F6). Throws FORBIDDEN without a group, NOT_FOUND for one that is not theirs, so that nothing is learnt of it.
 */
export function requireFiltered(
  ctx: Ctx,
  filter: InvitationFilter | null | undefined,
): { userId: string; workspaceId: string } {
  const seesAll = can.seeInvitations(ctx.actor);
  const groupId = filter?.groupId ?? null;
  const by = require(ctx, seesAll || (can.administerSome(ctx.actor) && groupId !== null), need);
  if (seesAll) return by;
  const id = parseId(groupId ?? "");
  if (id === null || !can.inviteTo(ctx.actor, id)) throw notFound("group");
  return by;
}

/** Of ids the same: those that the actor may see. Throws NOT_FOUND for any other. */
export async function requireSelected(
  ctx: Ctx,
  { ids, filter }: InvitationSelectionInput,
): Promise<{ userId: string; workspaceId: string }> {
  if (!ids) return requireFiltered(ctx, filter);
  const by = require(ctx, can.changeInvitations(ctx.actor), need);
  if (can.seeInvitations(ctx.actor)) return by;
  const known = ids.map(parseId).filter((id) => id !== null);
  const visible = await visibleInvitations(ctx.read, ctx.actor, by.workspaceId, known);
  if (known.length < ids.length || known.some((id) => !visible.has(id))) throw notFound("invitation");
  return by;
}

/** Which of these the actor may see: all, or as administrator of groups those that lead into one of them (F6). */
export async function visibleInvitations(
  read: EntityManager,
  actor: Actor,
  workspaceId: string,
  ids: readonly string[],
): Promise<Set<string>> {
  if (can.seeInvitations(actor)) return new Set(ids);
  if (!can.administerSome(actor)) return new Set();
  const promises = await promisesOf(read, workspaceId, ids);
  return new Set(
    promises.filter(({ groupId }) => can.inviteTo(actor, groupId)).map(({ invitationId }) => invitationId),
  );
}

/** Whether the actor may see an invitation; one read for all that a request asks about. */
export const maySeeInvitation = (ctx: Ctx, id: string): Promise<boolean> =>
  ctx.loaders
    .named<string, boolean>("invitations that may be seen", async (ids) => {
      const visible =
        ctx.workspaceId === null ? new Set() : await visibleInvitations(ctx.read, ctx.actor, ctx.workspaceId, ids);
      return ids.map((each) => visible.has(each));
    })
    .load(id);

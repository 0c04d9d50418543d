import { can } from "@usher/rules/permissions";
import { withIdentity } from "@usher/rules/person";
import type { InviteUsersInput } from "@usher/schema/adding";
import { type Ctx, require } from "../context.js";
import { parseId } from "../db/ids.js";
import { Group } from "../groups/group.entity.js";
import { notFound } from "../http/refusals.js";
import { type AddAnswer, addPeople } from "../people/add-people.js";
import type { FromSession, IntoGroup } from "../people/bounds.js";
import { findProgramSession } from "../program-sessions/find-program-session.js";
import { sessionFacts } from "../program-sessions/session-facts.js";

/**
 * Invites one or several people: to the workspace, within a group (F6), or from a program session (F7). Whoever has an account already is
 * at most added to the groups.
 */
export async function inviteUsers(ctx: Ctx, input: InviteUsersInput): Promise<AddAnswer> {
  const session = input.programSessionId == null ? null : await sessionToInviteFrom(ctx, input.programSessionId);
  const group = input.groupId == null ? null : await groupToInviteTo(ctx, input.groupId);
  const ids = require(ctx, session !== null || can.invite(ctx.actor), "the right to invite");
  return addPeople(ctx, ids, {
    operation: "inviteUsers",
    create: null,
    people: input.people.map((person) => withIdentity(person, person.identity)),
    session,
    group,
    message: input.message ?? null,
    lifetimeHours: input.lifetimeHours ?? null,
    sendMail: input.sendMail,
    createMissing: input.createMissing,
    existing: "LEAVE",
    dryRun: input.dryRun,
    errorPolicy: input.errorPolicy,
    idempotencyKey: input.idempotencyKey || null,
  });
}

/** Throws NOT_FOUND for one that is not the actor's to invite to. */
async function groupToInviteTo(ctx: Ctx, rawId: string): Promise<IntoGroup> {
  const { workspaceId } = require(ctx, can.invite(ctx.actor), "the right to invite");
  const id = parseId(rawId);
  const group = id && can.inviteTo(ctx.actor, id) && (await ctx.read.findOneBy(Group, { id, workspaceId }));
  if (!group) throw notFound("group");
  return { id: group.id, name: group.name, key: group.nameKey };
}

/** Throws NOT_FOUND for one that the actor may not see, FORBIDDEN for one that they may see and not invite from. */
async function sessionToInviteFrom(ctx: Ctx, rawId: string): Promise<FromSession> {
  const { id, groupId, workspaceId } = await findProgramSession(ctx, rawId);
  const mayInvite = can.inviteFrom(ctx.actor, await sessionFacts(ctx, { id, groupId }));
  require(ctx, mayInvite, "being one of its instructors who coach its group, or the right to invite to it");
  const group = await ctx.read.findOneBy(Group, { id: groupId, workspaceId });
  if (!group) throw notFound("program session");
  return { id, groupId, groupName: group.name, groupKey: group.nameKey };
}

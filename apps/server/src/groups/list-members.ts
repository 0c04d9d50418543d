import { can } from "@usher/rules/permissions";
import type { GroupMember, GroupMembersArgs } from "@usher/schema/group";
import { In } from "typeorm";
import { type Ctx, require } from "../context.js";
import { groupBy } from "../db/group-by.js";
import { type KeysetPage, mapPage, readPage } from "../db/keyset.js";
import { userList } from "../users/user-list.js";
import { GroupMember as GroupMemberRow } from "./group-member.entity.js";
import { byRole } from "./memberships.js";

/** One page of a group's people with their roles in it, each once. FORBIDDEN for those who may not see its members. */
export async function listMembers(
  ctx: Ctx,
  groupId: string,
  { search, role, ...page }: GroupMembersArgs,
): Promise<KeysetPage<GroupMember>> {
  const isAllowed = can.seeMembers(ctx.actor, groupId);
  const { workspaceId } = require(ctx, isAllowed, "the right to see users, or to administer the group");
  const list = userList(workspaceId, { search, groupId, groupRole: role }, null);
  const users = await readPage(ctx.read, { ...list, about: ["members", ...(list.about as unknown[])] }, page);
  const these = { groupId, userId: In(users.edges.map(({ node }) => node.id)) };
  const rolesOf = groupBy(await ctx.read.findBy(GroupMemberRow, these), ({ userId }) => userId);
  return mapPage(users, ({ id, firstName, lastName, email, username, status, lastSignInAt }) => {
    const roles = (rolesOf.get(id) ?? []).map((member) => member.role).sort(byRole);
    return { id, firstName, lastName, email, username, status, lastSignInAt, roles };
  });
}

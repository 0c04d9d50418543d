import type { GroupMember, GroupMembersArgs } from "@usher/schema/group";
import type { Ctx } from "../context.js";
import type { KeysetPage } from "../db/keyset.js";

export async function listMembers(
  _ctx: Ctx,
  _groupId: string,
  _args: GroupMembersArgs,
): Promise<KeysetPage<GroupMember>> {
  throw new Error("to be written");
}

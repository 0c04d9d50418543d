import { can } from "@usher/rules/permissions";
import type { GroupRole } from "@usher/schema/group";
import { peopleCountLimit as limit, type PeopleCount } from "@usher/schema/members";
import { type Ctx, signedIn } from "../context.js";
import { all, equals } from "../db/condition.js";
import { countEach } from "../db/count-each.js";
import { User } from "../users/user.entity.js";
import { GroupMember } from "./group-member.entity.js";
import { columnOf, type PersonalKind } from "./name-kinds.js";

/** How many people a company, team or label has; null for those who may not see users. One statement for a page of them. */
export async function countPeople(ctx: Ctx, kind: PersonalKind, id: string): Promise<PeopleCount | null> {
  if (!can.seeUsers(ctx.actor)) return null;
  const mine = equals("workspaceId", signedIn(ctx).workspaceId);
  const { property, index } = columnOf[kind];
  return ctx.loaders
    .named<string, PeopleCount>(`people of ${kind}`, (ids) =>
      countEach(ctx.read, User, ids, { index, limit, where: (each) => all(mine, equals(property, each)) }),
    )
    .load(id);
}

/** How many have this role in a group; null for those who may not see its members. One statement for all roles of a page of groups. */
export async function countGroup(ctx: Ctx, groupId: string, role: GroupRole): Promise<PeopleCount | null> {
  if (!can.seeMembers(ctx.actor, groupId)) return null;
  const inRole = (key: string) => {
    const [group, one] = key.split(" ");
    return all(equals("groupId", group), equals("role", one));
  };
  return ctx.loaders
    .named<string, PeopleCount>("people of group", (keys) =>
      countEach(ctx.read, GroupMember, keys, { index: "group_members_role", limit, where: inRole }),
    )
    .load(`${groupId} ${role}`);
}

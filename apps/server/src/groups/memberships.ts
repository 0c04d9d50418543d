import type { GroupMembership } from "@usher/schema/group";
import { type EntityTarget, In, type ObjectLiteral } from "typeorm";
import type { Ctx } from "../context.js";
import { Group } from "./group.entity.js";
import type { GroupRole } from "./group-member.entity.js";

type Membership = ObjectLiteral & { groupId: string; role: GroupRole };

/** In the order in which roles are told. */
const rank: Record<GroupRole, number> = { ADMINISTRATOR: 0, COACH: 1, LEARNER: 2 };
export const byRole = (a: GroupRole, b: GroupRole): number => rank[a] - rank[b];

/**
 * The roles in groups that a user has, or an invitation promises, by the group's name: one read for all that a request asks
 * about. `owner`: the property that names the user or invitation.
 */
export async function membershipsOf<Row extends Membership>(
  ctx: Pick<Ctx, "read" | "loaders">,
  table: EntityTarget<Row>,
  owner: keyof Row & string,
  id: string,
): Promise<GroupMembership[]> {
  const rows = await ctx.loaders
    .named<string, Row[]>(`memberships by ${owner}`, async (owners) => {
      const found = await ctx.read.findBy(table, { [owner]: In([...owners]) } as never);
      const byOwner = new Map<string, Row[]>(owners.map((each) => [each, []]));
      for (const row of found) byOwner.get(row[owner])?.push(row);
      return owners.map((each) => byOwner.get(each) ?? []);
    })
    .load(id);
  const groups = await ctx.loaders.byId(Group).loadMany(rows.map(({ groupId }) => groupId));
  return rows
    .flatMap(({ role }, i) => {
      const group = groups[i];
      return group && !(group instanceof Error) ? [{ group, role }] : [];
    })
    .sort((a, b) => compare(a.group.nameKey, b.group.nameKey) || byRole(a.role, b.role));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

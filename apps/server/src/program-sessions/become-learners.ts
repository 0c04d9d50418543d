import { In } from "typeorm";
import type { App } from "../context.js";
import { inParts } from "../db/in-parts.js";
import type { Tx } from "../db/transaction.js";
import { giveRoles } from "../groups/give-roles.js";
import { GroupMember } from "../groups/group-member.entity.js";
import type { User } from "../users/user.entity.js";

/** Makes those of these users learners of the group who are nothing in it yet; answers their ids. */
export async function becomeLearners(
  tx: Tx,
  app: Pick<App, "clock">,
  workspaceId: string,
  groupId: string,
  users: readonly Pick<User, "id" | "status">[],
): Promise<Set<string>> {
  const isIn = new Set<string>();
  for (const ids of inParts(users.map(({ id }) => id))) {
    const roles = await tx.findBy(GroupMember, { workspaceId, groupId, userId: In(ids) });
    for (const { userId } of roles) isIn.add(userId);
  }
  const outside = users.filter(({ id }) => !isIn.has(id));
  const given = await giveRoles(tx, app, workspaceId, outside, [{ groupId, role: "LEARNER" }]);
  return new Set(given.keys());
}

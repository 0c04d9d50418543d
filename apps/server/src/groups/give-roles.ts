import { In } from "typeorm";
import type { App } from "../context.js";
import { bulkInsert } from "../db/bulk-insert.js";
import type { Tx } from "../db/transaction.js";
import { endWaysInBeyondCreators } from "../users/end-ways-in.js";
import type { User } from "../users/user.entity.js";
import { GroupMember } from "./group-member.entity.js";

export type Membership = Pick<GroupMember, "groupId" | "role">;

/**
 * Gives these users these roles, a few statements however many they are; what they have already stays as it is. An account that
 * waits for its owner and holds more by it than its creator can be entered by nothing that the creator may know. Answers who
 * got which roles that they had not.
 */
export async function giveRoles(
  tx: Tx,
  app: Pick<App, "clock">,
  workspaceId: string,
  users: readonly Pick<User, "id" | "status">[],
  memberships: readonly Membership[],
): Promise<Map<string, Membership[]>> {
  const given = new Map<string, Membership[]>();
  if (memberships.length === 0 || users.length === 0) return given;
  const groupIds = [...new Set(memberships.map(({ groupId }) => groupId))];
  const these = { workspaceId, userId: In(users.map(({ id }) => id)), groupId: In(groupIds) };
  const held = new Set((await tx.findBy(GroupMember, these)).map(keyOf));
  const missing = users.flatMap(({ id: userId }) =>
    memberships.flatMap(({ groupId, role }) => {
      const row = { workspaceId, groupId, userId, role };
      if (held.has(keyOf(row))) return [];
      held.add(keyOf(row));
      given.set(userId, [...(given.get(userId) ?? []), { groupId, role }]);
      return [row];
    }),
  );
  await bulkInsert(tx, GroupMember, missing);
  const waiting = users.filter(({ id, status }) => status === "PENDING" && given.has(id));
  await endWaysInBeyondCreators(
    tx,
    app,
    workspaceId,
    waiting.map(({ id }) => id),
  );
  return given;
}

const keyOf = ({ userId, groupId, role }: GroupMember): string => `${userId} ${groupId} ${role}`;

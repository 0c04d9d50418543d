import { bulkInsert } from "../db/bulk-insert.js";
import type { Tx } from "../db/transaction.js";
import { GroupMember, type GroupRole } from "./group-member.entity.js";

/** Gives one user these roles; those that they have already stay as they are. */
export async function addToGroups(
  tx: Tx,
  workspaceId: string,
  userId: string,
  memberships: readonly { groupId: string; role: GroupRole }[],
): Promise<void> {
  if (memberships.length === 0) return;
  const held = await tx.findBy(GroupMember, { workspaceId, userId });
  const isHeld = new Set(held.map(({ groupId, role }) => `${groupId} ${role}`));
  const missing = memberships.filter(({ groupId, role }) => !isHeld.has(`${groupId} ${role}`));
  await bulkInsert(
    tx,
    GroupMember,
    missing.map((membership) => ({ workspaceId, userId, ...membership })),
  );
}

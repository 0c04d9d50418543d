import { bulkInsert } from "../db/bulk-insert.js";
import type { Tx } from "../db/transaction.js";
import { GroupMember, type GroupRole } from "./group-member.entity.js";

interface Membership {
  groupId: string;
  role: GroupRole;
}

/** Gives one user these roles; those that they have already stay as they are. Answers the new ones. */
export async function addToGroups(
  tx: Tx,
  workspaceId: string,
  userId: string,
  memberships: readonly Membership[],
): Promise<Membership[]> {
  if (memberships.length === 0) return [];
  const held = await tx.findBy(GroupMember, { workspaceId, userId });
  const isHeld = new Set(held.map(({ groupId, role }) => `${groupId} ${role}`));
  const missing = memberships.filter(({ groupId, role }) => {
    const key = `${groupId} ${role}`;
    if (isHeld.has(key)) return false;
    isHeld.add(key);
    return true;
  });
  await bulkInsert(
    tx,
    GroupMember,
    missing.map((membership) => ({ workspaceId, userId, ...membership })),
  );
  return missing;
}

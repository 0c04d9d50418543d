import { type EntityManager, type EntityTarget, In } from "typeorm";
import { bulkInsert } from "../db/bulk-insert.js";
import { all, equals, isIn, primaryKey, Statement } from "../db/condition.js";
import { inParts } from "../db/in-parts.js";
import { readByKeys } from "../db/read-by-keys.js";
import type { Tx } from "../db/transaction.js";
import { InvitationGroup } from "../invitations/invitation-group.entity.js";
import { ProgramSession } from "../program-sessions/program-session.entity.js";
import { ProgramSessionMember } from "../program-sessions/program-session-member.entity.js";
import { GroupMember } from "./group-member.entity.js";
import { leaveSessions } from "./leave-sessions.js";
import type { Move, Mover } from "./move.js";

/** Where roles in groups stand, whose they are, and the index that finds them by the group. */
const members = { table: GroupMember, owner: "userId", index: primaryKey } as const;
const promises = { table: InvitationGroup, owner: "invitationId", index: "invitation_groups_group" } as const;
type Roles = typeof members | typeof promises;

/** Groups: users and invitations have roles in them; program sessions follow, or go too. */
export const groupMover: Mover = {
  async count(read, workspaceId, move) {
    const [users, others] = await Promise.all([
      countOwners(read, workspaceId, members, move),
      countOwners(read, workspaceId, promises, move),
    ]);
    return { users, others };
  },
  async next(read, workspaceId, move, limit) {
    const users = await nextOwners(read, workspaceId, members, move, limit);
    if (users.length === limit) return users;
    return [...users, ...(await nextOwners(read, workspaceId, promises, move, limit - users.length))];
  },
  // an id is of one or the other, and finds nothing in the other table
  async apply(tx, _app, workspaceId, move, ids) {
    const users = await moveRoles(tx, workspaceId, members, move, ids);
    await moveRoles(tx, workspaceId, promises, move, ids);
    if (move.into === null) await leaveSessions(tx, workspaceId, move.ids, ids, ["INSTRUCTOR", "PARTICIPANT"]);
    return users;
  },
  async settle(tx, workspaceId, { ids, into }) {
    const theirs = { workspaceId, groupId: In([...ids]) };
    if (into !== null) {
      await tx.update(ProgramSession, theirs, { groupId: into });
      return;
    }
    // addresses that are awaited, and instructors who were never in the group
    const sessions = await tx.find(ProgramSession, { where: theirs, select: { id: true } });
    for (const some of inParts(sessions.map(({ id }) => id))) {
      await tx.delete(ProgramSessionMember, { programSessionId: In(some) });
    }
    await tx.delete(ProgramSession, theirs);
  },
};

function rolesIn(read: EntityManager, workspaceId: string, { table, owner, index }: Roles, { ids }: Move) {
  const sql = new Statement(read, table);
  const where = all(isIn("groupId", ids), equals("workspaceId", workspaceId))(sql);
  const from = `FROM ${sql.table}${sql.through(index)} WHERE ${where}`;
  return { sql, owner: sql.column(owner), from };
}

async function countOwners(read: EntityManager, workspaceId: string, roles: Roles, move: Move): Promise<number> {
  const { sql, owner, from } = rolesIn(read, workspaceId, roles, move);
  const [row] = await read.query(`SELECT COUNT(DISTINCT ${owner}) AS counted ${from}`, sql.values);
  return Number(row.counted);
}

async function nextOwners(
  read: EntityManager,
  workspaceId: string,
  roles: Roles,
  move: Move,
  limit: number,
): Promise<string[]> {
  const { sql, owner, from } = rolesIn(read, workspaceId, roles, move);
  const rows: { id: string }[] = await read.query(`SELECT DISTINCT ${owner} AS id ${from} LIMIT ${limit}`, sql.values);
  return rows.map(({ id }) => id);
}

/** Takes the roles of these owners out of the groups that go; into the other one go those that they lack there. Answers how many owners had any. */
async function moveRoles(
  tx: Tx,
  workspaceId: string,
  { table, owner }: Roles,
  { ids: groupIds, into }: Move,
  owners: readonly string[],
): Promise<number> {
  const target = table as EntityTarget<Record<typeof owner | "workspaceId" | "groupId" | "role", string>>;
  const held = await readByKeys(tx, target, [owner, "groupId", "role"], workspaceId, owner, owners, { lock: true });
  const goes = new Set(groupIds);
  const leaving = held.filter(({ groupId }) => goes.has(groupId));
  if (leaving.length === 0) return 0;
  await tx.delete(target, { workspaceId, [owner]: In([...owners]), groupId: In([...groupIds]) });
  if (into !== null) {
    const keyOf = (row: (typeof held)[number]) => `${row[owner]} ${row.role}`;
    const there = new Set(held.filter(({ groupId }) => groupId === into).map(keyOf));
    const missing = new Map(leaving.filter((row) => !there.has(keyOf(row))).map((row) => [keyOf(row), row]));
    const rows = [...missing.values()].map((row) => ({ ...row, workspaceId, groupId: into }));
    await bulkInsert(tx, target, rows);
  }
  return new Set(leaving.map((row) => row[owner])).size;
}

import { type EntityManager, In } from "typeorm";
import { bulkInsert } from "../db/bulk-insert.js";
import { all, equals, isIn, Statement } from "../db/condition.js";
import type { Tx } from "../db/transaction.js";
import { User } from "../users/user.entity.js";
import { MergedName } from "./merged-name.entity.js";
import type { Move, Mover } from "./move.js";
import { columnOf, type PersonalKind } from "./name-kinds.js";
import { Team } from "./team.entity.js";

/** Companies, teams and labels: users are found by the column's own index, everything else that holds the id is read through `merged_names`. */
export const personalMover: Mover = {
  async count(read, workspaceId, move) {
    const { sql, from } = usersOf(read, workspaceId, move);
    const [row] = await read.query(`SELECT COUNT(*) AS counted ${from}`, sql.values);
    return { users: Number(row.counted), others: 0 };
  },
  async next(read, workspaceId, move, limit) {
    const { sql, from } = usersOf(read, workspaceId, move);
    const rows: { id: string }[] = await read.query(`SELECT id ${from} LIMIT ${limit}`, sql.values);
    return rows.map(({ id }) => id);
  },
  async apply(tx, app, workspaceId, move, ids) {
    const { property } = columnOf[move.kind as PersonalKind];
    const these = { workspaceId, id: In([...ids]), [property]: In([...move.ids]) };
    const { affected } = await tx.update(User, these, { [property]: move.into, updatedAt: app.clock.now() });
    return affected ?? 0;
  },
  async settle(tx, workspaceId, { kind, ids, into }) {
    // what had been merged into one of these before goes along
    const former = { workspaceId, intoId: In([...ids]) };
    if (into === null) {
      await tx.delete(MergedName, former);
      return;
    }
    if (kind === "team") await inheritLeader(tx, workspaceId, ids, into);
    await tx.update(MergedName, former, { intoId: into });
    await bulkInsert(
      tx,
      MergedName,
      ids.map((id) => ({ workspaceId, id, intoId: into })),
    );
  },
};

function usersOf(read: EntityManager, workspaceId: string, { kind, ids }: Move) {
  const { property, index } = columnOf[kind as PersonalKind];
  const sql = new Statement(read, User);
  const where = all(equals("workspaceId", workspaceId), isIn(property, ids))(sql);
  return { sql, from: `FROM ${sql.table}${sql.through(index)} WHERE ${where}` };
}

/** A team that has no leader gets the first one of those that go into it. */
async function inheritLeader(tx: Tx, workspaceId: string, ids: readonly string[], into: string): Promise<void> {
  const teams = await tx.findBy(Team, { workspaceId, id: In([...ids, into]) });
  const led = new Map(teams.flatMap((team) => (team.leaderEmailKey === null ? [] : [[team.id, team]])));
  const heir = ids.map((id) => led.get(id)).find((team) => team !== undefined);
  if (led.has(into) || !heir) return;
  const { leaderEmailKey, leaderImportId } = heir;
  await tx.update(Team, { workspaceId, id: into }, { leaderEmailKey, leaderImportId });
}

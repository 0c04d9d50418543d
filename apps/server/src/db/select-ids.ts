import type { EntityManager, EntityTarget, ObjectLiteral } from "typeorm";
import { type Condition, Statement } from "./condition.js";

/** The first ids, ascending, of the rows that meet the condition. */
export async function selectIds(
  read: EntityManager,
  target: EntityTarget<ObjectLiteral>,
  where: Condition,
  limit: number,
): Promise<string[]> {
  const sql = new Statement(read, target);
  const rows: { id: string }[] = await read.query(
    `SELECT id FROM ${sql.table} WHERE ${where(sql)} ORDER BY id LIMIT ${limit}`,
    sql.values,
  );
  return rows.map(({ id }) => id);
}

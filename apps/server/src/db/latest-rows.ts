import type { EntityManager, EntityTarget, ObjectLiteral } from "typeorm";
import { all, type Condition, Statement } from "./condition.js";
import { groupBy } from "./group-by.js";

/** SQLite joins at most 500 queries. */
const keysPerStatement = 100;

interface Latest<Row> {
  /** The property that each key is a value of. */
  of: keyof Row & string;
  /** Holds the rows of a key by their id. */
  index: string;
  where: (key: string) => Condition;
  /** How many for each key. */
  limit: number;
}

/**
 * For each key its latest rows, newest first: ids sort by the time of their making. A hundred keys a statement, each read from
 * the end of its own part of the index, however many rows it has.
 */
export async function latestRows<Row extends ObjectLiteral & { id: string }>(
  read: EntityManager,
  target: EntityTarget<Row>,
  keys: readonly string[],
  { of, index, where, limit }: Latest<Row>,
): Promise<Row[][]> {
  const rows: Row[] = [];
  for (let from = 0; from < keys.length; from += keysPerStatement) {
    const sql = new Statement(read, target);
    const parts = keys.slice(from, from + keysPerStatement).map((key, i) => {
      const condition = all(where(key))(sql);
      return (
        `SELECT * FROM (SELECT * FROM ${sql.table}${sql.through(index)} WHERE ${condition} ` +
        `ORDER BY ${sql.column("id")} DESC LIMIT ${limit}) AS part${i}`
      );
    });
    rows.push(...sql.rows<Row>(await read.query(parts.join(" UNION ALL "), sql.values)));
  }
  const byKey = groupBy(rows, (row) => row[of] as string);
  return keys.map((key) => (byKey.get(key) ?? []).sort((a, b) => (a.id < b.id ? 1 : -1)));
}

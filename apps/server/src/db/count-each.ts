import type { EntityManager, EntityTarget, ObjectLiteral } from "typeorm";
import { type Condition, Statement } from "./condition.js";

/** SQLite joins at most 500 queries; a page of a hundred groups asks for three roles each. */
const keysPerStatement = 300;

interface Counted {
  /** Holds the rows of a key together. */
  index: string;
  where: (key: string) => Condition;
  /** No key is counted further. */
  limit: number;
}

/** How many rows each key has: three hundred keys a statement, each counted in its own part of the index and no further than the limit. */
export async function countEach(
  read: EntityManager,
  target: EntityTarget<ObjectLiteral>,
  keys: readonly string[],
  { index, where, limit }: Counted,
): Promise<{ count: number; isExact: boolean }[]> {
  const counts: number[] = [];
  for (let from = 0; from < keys.length; from += keysPerStatement) {
    const sql = new Statement(read, target);
    const parts = keys.slice(from, from + keysPerStatement).map((key, i) => {
      const rows = `SELECT 1 FROM ${sql.table}${sql.through(index)} WHERE ${where(key)(sql)} LIMIT ${limit + 1}`;
      return `SELECT ${i} AS place, COUNT(*) AS counted FROM (${rows}) AS part${i}`;
    });
    const rows: { place: number; counted: number }[] = await read.query(parts.join(" UNION ALL "), sql.values);
    for (const { place, counted } of rows) counts[from + Number(place)] = Number(counted);
  }
  return counts.map((count) => ({ count: Math.min(count, limit), isExact: count <= limit }));
}

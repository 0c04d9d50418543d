import type { EntityManager, ObjectLiteral } from "typeorm";
import { all, type Condition, compares, equals, Statement } from "./condition.js";
import type { Branch, Direction, KeysetList } from "./keyset-list.js";
import { type NarrowIn, none, type Reading, readingsOf } from "./narrow.js";

/** The first rows of one branch behind a key, in its order. */
export async function readBranch<Row extends ObjectLiteral & { id: string }>(
  read: EntityManager,
  list: KeysetList<Row>,
  branch: Branch,
  narrowIn: NarrowIn,
  from: readonly unknown[] | null,
  limit: number,
): Promise<Row[]> {
  const narrow = await narrowIn(branch.filters ?? none);
  const parts = await Promise.all(
    readingsOf(list, branch, narrow).map((reading) => readInOrder(read, list, branch, reading, from, limit)),
  );
  if (parts.length === 1) return parts.flat();
  const sign = list.direction === "ASC" ? 1 : -1;
  return parts
    .flat()
    .sort((a, b) => sign * compareKeys(keyOf(a, branch), keyOf(b, branch)))
    .slice(0, limit);
}

async function readInOrder<Row extends ObjectLiteral & { id: string }>(
  read: EntityManager,
  list: KeysetList<Row>,
  branch: Branch,
  { index, found, met }: Reading,
  from: readonly unknown[] | null,
  limit: number,
): Promise<Row[]> {
  const sql = new Statement(read, list.target);
  const keys = branch.isUnique ? branch.keys : [...branch.keys, "id"];
  const place = from === null ? [] : [behind(keys, from, list.direction)];
  const where = all(found, ...met, ...place)(sql);
  const order = keys.map((key) => `${sql.column(key)} ${list.direction}`).join(", ");
  const raw = await read.query(
    `SELECT * FROM ${sql.table}${sql.through(index)} WHERE ${where} ORDER BY ${order} LIMIT ${limit}`,
    sql.values,
  );
  return sql.rows<Row>(raw);
}

/**
 * Rows that come after this key. The first comparison stands alone, though the rest implies it: from it both databases
 * make one range of the index (0.5 ms at 1,000,000 rows, where row values take MariaDB 313 ms and a bare OR SQLite 118 ms).
 */
function behind(keys: readonly string[], from: readonly unknown[], direction: Direction): Condition {
  const operator = direction === "ASC" ? ">" : "<";
  const rest = (i: number): Condition => {
    const [key, value] = [keys[i] as string, from[i]];
    if (i === keys.length - 1) return compares(key, operator, value);
    return (sql) => `(${compares(key, operator, value)(sql)} OR (${equals(key, value)(sql)} AND ${rest(i + 1)(sql)}))`;
  };
  if (keys.length === 1) return rest(0);
  return all(compares(keys[0] as string, `${operator}=`, from[0]), rest(0));
}

export const keyOf = (row: ObjectLiteral, branch: Branch): unknown[] => [...branch.keys.map((key) => row[key]), row.id];

function compareKeys(a: readonly unknown[], b: readonly unknown[]): number {
  for (const [i, value] of a.entries()) {
    const order = compareValues(value, b[i]);
    if (order !== 0) return order;
  }
  return 0;
}

/** As the databases compare: text byte by byte, which JavaScript does not beyond the first 65,536 characters. */
function compareValues(a: unknown, b: unknown): number {
  if (typeof a === "string" && typeof b === "string")
    return a === b ? 0 : Buffer.compare(Buffer.from(a), Buffer.from(b));
  return Number(a) - Number(b);
}

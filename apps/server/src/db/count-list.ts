import type { EntityManager, ObjectLiteral } from "typeorm";
import { Statement } from "./condition.js";
import { type Filter, type KeysetList, streamsOf } from "./keyset-list.js";
import { countMatches, countRows, fewRows, merged, narrowed, none, whereOf } from "./narrow.js";

/** How many rows the list has, counted to the end. */
export async function countAll<Row extends ObjectLiteral & { id: string }>(
  read: EntityManager,
  list: KeysetList<Row>,
): Promise<number> {
  return (await countUpTo(read, list, Infinity)).count;
}

/** How many rows the list has, counted no further than `limit`. */
export async function countUpTo<Row extends ObjectLiteral & { id: string }>(
  read: EntityManager,
  list: KeysetList<Row>,
  limit: number,
): Promise<{ count: number; exact: boolean }> {
  const filters = list.counted?.filters ?? none;
  // a single filter knows its rows by itself
  if (filters.length === 1) return bounded(await countMatches(read, list.target, filters[0] as Filter, limit), limit);
  const narrowIn = narrowed(read, list.target, list.counted ? Infinity : fewRows);
  let count = 0;
  for (const branch of list.counted ? [list.counted] : list.branches) {
    const narrow = await narrowIn(branch.filters ?? none);
    for (const stream of narrow ? [merged(branch, narrow)] : streamsOf(branch)) {
      const sql = new Statement(read, list.target);
      const rows = `${sql.table}${sql.through(stream.index ?? branch.index)} WHERE ${whereOf(list, branch, stream, narrow)(sql)}`;
      count += await countRows(read, sql, `SELECT 1 FROM ${rows}`, limit - count);
      if (count > limit) return bounded(count, limit);
    }
  }
  return bounded(count, limit);
}

const bounded = (count: number, limit: number) => ({ count: Math.min(count, limit), exact: count <= limit });

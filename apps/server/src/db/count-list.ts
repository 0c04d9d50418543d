import type { EntityManager } from "typeorm";
import { all, Statement } from "./condition.js";
import type { Branch, Filter, ListedRows } from "./keyset-list.js";
import { countMatches, fewRows, narrowed, none, type Reading, readingsOf } from "./narrow.js";

/** So many rows are looked at before counting is given up: where hardly any of them passes, that is long enough to wait. */
const mostLooks = 20_000;

/** How many rows the list has, counted to the end. */
export async function countAll(read: EntityManager, list: ListedRows): Promise<number> {
  const only = onlyFilter(list);
  if (only) return countMatches(read, list.target, only, Infinity);
  let count = 0;
  for await (const reading of readings(read, list)) {
    const sql = new Statement(read, list.target);
    const [row] = await read.query(
      `SELECT COUNT(*) AS counted FROM ${sql.table}${sql.through(reading.index)} WHERE ${all(reading.found, ...reading.met)(sql)}`,
      sql.values,
    );
    count += Number(row.counted);
  }
  return count;
}

/**
 * How many rows the list has, counted no further than `limit`, nor for longer than it takes to look at 20,000 rows.
 * `exact`: whether these are all.
 */
export async function countUpTo(
  read: EntityManager,
  list: ListedRows,
  limit: number,
): Promise<{ count: number; exact: boolean }> {
  const only = onlyFilter(list);
  if (only) return bounded(await countMatches(read, list.target, only, limit), limit);
  let count = 0;
  let looks = 0;
  for await (const reading of readings(read, list)) {
    const most = reading.met.length === 0 ? limit - count : mostLooks - looks;
    const part = await look(read, list, reading, most);
    count += part.hits;
    looks += part.looks;
    if (count > limit) return bounded(count, limit);
    if (part.looks > most) return { count, exact: false };
  }
  return bounded(count, limit);
}

const bounded = (count: number, limit: number) => ({ count: Math.min(count, limit), exact: count <= limit });

/** A single filter knows its rows by itself. */
const onlyFilter = ({ counted }: ListedRows): Filter | undefined =>
  counted?.filters?.length === 1 ? counted.filters[0] : undefined;

async function* readings(read: EntityManager, list: ListedRows): AsyncGenerator<Reading> {
  const branches: readonly Branch[] = list.counted ? [list.counted] : list.branches;
  const narrowIn = narrowed(read, list.target, list.counted ? Infinity : fewRows);
  for (const branch of branches) yield* readingsOf(list, branch, await narrowIn(branch.filters ?? none));
}

/** Looks at the rows that are found, one more than `most` at most, and counts those that meet the rest. */
async function look(
  read: EntityManager,
  list: ListedRows,
  { index, found, met }: Reading,
  most: number,
): Promise<{ looks: number; hits: number }> {
  const sql = new Statement(read, list.target);
  const hit = `CASE WHEN ${all(...met)(sql)} THEN 1 ELSE 0 END`;
  const rows = `SELECT ${hit} AS hit FROM ${sql.table}${sql.through(index)} WHERE ${found(sql)} LIMIT ${most + 1}`;
  const [row] = await read.query(
    `SELECT COUNT(*) AS looks, COALESCE(SUM(hit), 0) AS hits FROM (${rows}) AS looked`,
    sql.values,
  );
  return { looks: Number(row.looks), hits: Number(row.hits) };
}

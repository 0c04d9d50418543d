import type { EntityManager, EntityTarget, ObjectLiteral } from "typeorm";
import { all, any, type Condition, Statement } from "./condition.js";
import { type Branch, type Filter, type KeysetList, type Stream, streamsOf } from "./keyset-list.js";

/** More rows than this take longer to sort than to find among all others. */
export const fewRows = 8_000;

export const none: readonly Filter[] = [];
export type NarrowIn = (filters: readonly Filter[]) => Promise<Filter | null>;

/**
 * Tells which of some filters lets the fewest rows through, when these are at most `limit`; of those with many the first.
 * Branches mostly have the same filters, which are then asked about once.
 */
export function narrowed(read: EntityManager, target: EntityTarget<ObjectLiteral>, limit: number): NarrowIn {
  const known = new Map<readonly Filter[], Promise<Filter | null>>([[none, Promise.resolve(null)]]);
  return (filters) => {
    const answer = known.get(filters) ?? narrowest(read, target, filters, limit);
    known.set(filters, answer);
    return answer;
  };
}

async function narrowest(
  read: EntityManager,
  target: EntityTarget<ObjectLiteral>,
  filters: readonly Filter[],
  limit: number,
): Promise<Filter | null> {
  const counts = await Promise.all(filters.map((filter) => countMatches(read, target, filter, fewRows)));
  const least = Math.min(...counts);
  return least <= limit ? (filters[counts.indexOf(least)] ?? null) : null;
}

/** All streams as one: what is few is sorted in any case. */
export const merged = (branch: Branch, { few }: Filter): Stream => ({
  where: any(...streamsOf(branch).map(({ where }) => where)),
  index: few.index,
});

/** What a row of this stream has to meet. */
export function whereOf(
  list: Pick<KeysetList<never>, "where">,
  { where, filters = [] }: Branch,
  stream: Stream,
  narrow: Filter | null,
): Condition {
  const met = filters.map((filter) => (filter === narrow ? filter.few.where : filter.where));
  return all(...list.where, ...where, ...met, stream.where);
}

/** How many rows a statement answers, up to one more than `limit`. */
export async function countRows(read: EntityManager, sql: Statement, rows: string, limit: number): Promise<number> {
  const end = Number.isFinite(limit) ? ` LIMIT ${limit + 1}` : "";
  const [row] = await read.query(`SELECT COUNT(*) AS counted FROM (${rows}${end}) AS matches`, sql.values);
  return Number(row.counted);
}

export async function countMatches(
  read: EntityManager,
  target: EntityTarget<ObjectLiteral>,
  { few }: Filter,
  limit: number,
): Promise<number> {
  const sql = new Statement(read, target);
  const matches = few.matches(sql);
  return countRows(read, sql, matches, limit);
}

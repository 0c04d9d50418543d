import type { EntityManager, EntityTarget, ObjectLiteral } from "typeorm";
import { all, any, type Condition, not, Statement } from "./condition.js";
import type { Branch, Filter, ListedRows } from "./keyset-list.js";

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

/** A stream as a statement reads it: `found` is what its index is asked for, `met` what each row is then looked at for. */
export interface Reading {
  index: string | undefined;
  found: Condition;
  met: readonly Condition[];
}

/** How the rows of a branch are read: in its streams, or by the filter that lets few through, to be sorted. */
export function readingsOf(
  { where: always }: Pick<ListedRows, "where">,
  branch: Branch,
  narrow: Filter | null,
): Reading[] {
  const { where, unless = [], filters = [], streams = [{ where: all() }] } = branch;
  const met = [...unless.map(not), ...filters.filter((filter) => filter !== narrow).map((filter) => filter.where)];
  if (narrow) {
    const anyStream = any(...streams.map((stream) => stream.where));
    const found = all(...always, narrow.few.where);
    return [{ index: narrow.few.index, found, met: [...where, anyStream, ...met] }];
  }
  return streams.map((stream) => ({
    index: stream.index ?? branch.index,
    found: all(...always, ...where, stream.where),
    met,
  }));
}

/** How many rows a filter lets through, counted no further than one more than `limit`. */
export async function countMatches(
  read: EntityManager,
  target: EntityTarget<ObjectLiteral>,
  { few }: Filter,
  limit: number,
): Promise<number> {
  const sql = new Statement(read, target);
  const end = Number.isFinite(limit) ? ` LIMIT ${limit + 1}` : "";
  const [row] = await read.query(`SELECT COUNT(*) AS counted FROM (${few.matches(sql)}${end}) AS matches`, sql.values);
  return Number(row.counted);
}

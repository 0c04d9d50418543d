import type { EntityTarget, ObjectLiteral } from "typeorm";
import { type Condition, isNotNull, isNull, type Statement } from "./condition.js";

export type Direction = "ASC" | "DESC";

/** A part of a list that one index holds in order. A list reads its branches one after the other; no row is in two. */
export interface Branch {
  /** Properties that it is ordered by; the id, which breaks ties, comes after them. None of them is null in any row. */
  keys: readonly string[];
  /** No two rows have the same keys, so the id breaks no tie: an index that is unique does not hold it. */
  isUnique?: boolean;
  where: readonly Condition[];
  /** What an earlier branch has shown is not shown again. */
  unless?: readonly Condition[];
  /** Of these conditions every row meets exactly one: each is read in order by itself, then they are merged. */
  streams?: readonly Stream[];
  /**
   * The index that holds this order, named to the database: left alone MariaDB reads half the table in the middle of a list,
   * because all rows of the one workspace look like a good match for any index (0.5 ms become seconds at 1,000,000 rows).
   */
  index?: string;
  /** Conditions that this index does not help with. */
  filters?: readonly Filter[];
}

export interface Stream {
  where: Condition;
  index?: string;
}

/** A condition that may let few rows through. When it does, they are found by it and then sorted, not the other way round. */
export interface Filter {
  /** For looking at each row of the order. */
  where: Condition;
  few: {
    /** A statement that answers one row for each match. */
    matches: (sql: Statement) => string;
    /** For finding the rows. */
    where: Condition;
    index: string;
  };
}

/** Rows of one table. */
export interface ListedRows {
  target: EntityTarget<ObjectLiteral>;
  /** What holds in all branches. */
  where: readonly Condition[];
  branches: readonly Branch[];
  /** The same rows without an order, for counting them: by the filter that lets the fewest through. Else by the branches. */
  counted?: Branch;
}

/** A list of rows in an order, of which one page at a time is read. */
export interface KeysetList<Row extends ObjectLiteral & { id: string }> extends ListedRows {
  target: EntityTarget<Row>;
  direction: Direction;
  /** What tells this list from all others: its name, whose it is, filter and order. Cursors are bound to it. */
  about: unknown;
}

/**
 * The branches of an order by columns that may be null: what has no value comes first ascending and last descending, as a
 * part of its own, since a comparison with null finds nothing.
 */
export function nullableOrder(property: string, direction: Direction, where: Omit<Branch, "keys">): Branch[] {
  const without = { ...where, keys: [], isUnique: false, where: [...where.where, isNull(property)] };
  const withValue = { ...where, keys: [property], where: [...where.where, isNotNull(property)] };
  return direction === "ASC" ? [without, withValue] : [withValue, without];
}

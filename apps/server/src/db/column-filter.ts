import { all, any, type Condition, type Statement } from "./condition.js";
import type { Filter } from "./keyset-list.js";

/** A filter of a list by one column: a condition for each wanted value, and an index that holds each of them together. */
export interface ColumnFilter {
  values: readonly Condition[];
  index: string;
}

/** `mine`: what every index begins with, the workspace. */
export const filtersOf = (mine: Condition, columns: readonly ColumnFilter[]): Filter[] =>
  columns.map(({ values, index }) => {
    const where = any(...values);
    const matches = (sql: Statement) =>
      `SELECT 1 FROM ${sql.table}${sql.through(index)} WHERE ${all(mine, where)(sql)}`;
    return { where, few: { matches, where, index } };
  });

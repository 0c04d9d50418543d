import type { EntityTarget, ObjectLiteral } from "typeorm";
import { type Condition, primaryKey, type Statement } from "./condition.js";
import type { Filter } from "./keyset-list.js";

interface Named<Row> {
  /** The property that holds the id of a listed row; a listed row that several name is still one. */
  by: keyof Row & string;
  where: Condition;
  /** The index that holds the rows of the condition together: left alone, SQLite would read all of the workspace's. */
  index: string;
}

/** A filter of a list by rows of another table: those that any of them names. */
export function rowsFilter<Row extends ObjectLiteral>(
  target: EntityTarget<Row>,
  { by, where, index }: Named<Row>,
): Filter {
  const naming = (sql: Statement, distinct: string, through?: string) => {
    const rows = sql.of(target);
    return `SELECT ${distinct}${rows.column(by)} FROM ${rows.table}${rows.through(through)} WHERE ${where(rows)}`;
  };
  return {
    // as a value, not as EXISTS: MariaDB would first copy all of the rows
    where: (sql) => {
      const id = `${sql.table}.id`;
      return `${id} = (${naming(sql, "")} AND ${sql.of(target).column(by)} = ${id} LIMIT 1)`;
    },
    few: {
      matches: (sql) => naming(sql, "DISTINCT ", index),
      where: (sql) => `${sql.table}.id IN (${naming(sql, "", index)})`,
      index: primaryKey,
    },
  };
}

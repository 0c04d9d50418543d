import { nextPrefix } from "@usher/rules/names";
import type { EntityManager, EntityTarget, ObjectLiteral } from "typeorm";
import type { ColumnMetadata } from "typeorm/metadata/ColumnMetadata.js";

/** A condition on the rows of one table, written into a statement. */
export type Condition = (sql: Statement) => string;

/** What MariaDB and MySQL call the index of the primary key. */
export const primaryKey = "PRIMARY";

/** A statement in the making: names come from the entity's metadata, values are bound, never written. */
export class Statement {
  readonly #columns: ReadonlyMap<string, ColumnMetadata>;
  readonly #primaryKey: string;
  readonly table: string;

  constructor(
    private readonly manager: EntityManager,
    target: EntityTarget<ObjectLiteral>,
    readonly values: unknown[] = [],
  ) {
    const metadata = manager.connection.getMetadata(target);
    this.#primaryKey = this.isSqlite ? `sqlite_autoindex_${metadata.tableName}_1` : primaryKey;
    this.table = manager.connection.driver.escape(metadata.tablePath);
    this.#columns = new Map(metadata.columns.map((column) => [column.propertyName, column]));
  }

  /** The same statement where it speaks of another table. */
  of(target: EntityTarget<ObjectLiteral>): Statement {
    return new Statement(this.manager, target, this.values);
  }

  get isSqlite(): boolean {
    return this.manager.connection.options.type === "better-sqlite3";
  }

  metadata(property: string): ColumnMetadata {
    const column = this.#columns.get(property);
    if (!column) throw new Error(`${this.table} has no column for ${property}`);
    return column;
  }

  column(property: string): string {
    return this.manager.connection.driver.escape(this.metadata(property).databaseName);
  }

  /** Binds a value of that column. */
  value(property: string, value: unknown): string {
    this.values.push(this.manager.connection.driver.preparePersistentValue(value, this.metadata(property)));
    return "?";
  }

  /** Makes the database read through this index, whatever its statistics say. */
  through(index: string | undefined): string {
    if (index === undefined) return "";
    const name = this.manager.connection.driver.escape(index === primaryKey ? this.#primaryKey : index);
    return this.isSqlite ? ` INDEXED BY ${name}` : ` FORCE INDEX (${name})`;
  }

  /** Rows of the entity out of what the driver answered. */
  rows<Row>(raw: Record<string, unknown>[]): Row[] {
    const { driver } = this.manager.connection;
    const columns = [...this.#columns.values()];
    return raw.map((each) =>
      Object.fromEntries(
        columns.map((column) => [
          column.propertyName,
          driver.prepareHydratedValue(each[column.databaseName], column) ?? null,
        ]),
      ),
    ) as Row[];
  }
}

export const equals =
  (property: string, value: unknown): Condition =>
  (sql) =>
    `${sql.column(property)} = ${sql.value(property, value)}`;

/** Any of them; of none it is never so. */
export const isIn =
  (property: string, values: readonly unknown[]): Condition =>
  (sql) =>
    values.length === 0
      ? "1 = 0"
      : `${sql.column(property)} IN (${values.map((value) => sql.value(property, value)).join(", ")})`;

export const compares =
  (property: string, operator: "<" | "<=" | ">" | ">=", value: unknown): Condition =>
  (sql) =>
    `${sql.column(property)} ${operator} ${sql.value(property, value)}`;

export const isNull =
  (property: string): Condition =>
  (sql) =>
    `${sql.column(property)} IS NULL`;

export const isNotNull =
  (property: string): Condition =>
  (sql) =>
    `${sql.column(property)} IS NOT NULL`;

/** A range instead of LIKE: it needs no escaping, and both databases read it from an index. */
export const startsWith =
  (property: string, prefix: string): Condition =>
  (sql) => {
    const column = sql.column(property);
    const next = nextPrefix(prefix);
    const from = `${column} >= ${sql.value(property, prefix)}`;
    return next === null ? from : `${from} AND ${column} < ${sql.value(property, next)}`;
  };

/** Everything else, rows without a value included: what compares with null is neither true nor false. */
export const not =
  (condition: Condition): Condition =>
  (sql) =>
    `NOT COALESCE(${condition(sql)}, 0)`;

export const all =
  (...conditions: readonly Condition[]): Condition =>
  (sql) =>
    conditions.length === 0 ? "1 = 1" : conditions.map((condition) => condition(sql)).join(" AND ");

export const any =
  (...conditions: readonly Condition[]): Condition =>
  (sql) =>
    conditions.length === 0 ? "1 = 0" : `(${conditions.map((condition) => `(${condition(sql)})`).join(" OR ")})`;

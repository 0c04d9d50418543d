import type { EntityTarget, ObjectLiteral } from "typeorm";
import type { ColumnMetadata } from "typeorm/metadata/ColumnMetadata.js";
import type { Tx } from "./transaction.js";

/** Above this SQLite holds the event loop for too long; MariaDB takes as many as a packet holds. */
const rowsPerStatement = { sqlite: 500, mysql: 2_000 };

/**
 * Inserts whole rows with a few statements; every property of the entity has to be there (null for none).
 * For the hot paths: TypeORM's own insert takes five times as long.
 * A key that is taken rejects with the driver's error, see `isKeyConflict`.
 */
export async function bulkInsert<Entity extends ObjectLiteral>(
  tx: Tx,
  target: EntityTarget<Entity>,
  rows: readonly Entity[],
): Promise<void> {
  if (rows.length === 0) return;
  const { columns, tablePath } = tx.connection.getMetadata(target);
  const { driver } = tx.connection;
  const isSqlite = driver.options.type === "better-sqlite3";
  const size = isSqlite ? rowsPerStatement.sqlite : rowsPerStatement.mysql;
  const names = columns.map((column) => driver.escape(column.databaseName)).join(", ");
  const row = `(${columns.map(() => "?").join(", ")})`;
  const prepare = columns.map((column) => preparer(column, tx));
  for (let from = 0; from < rows.length; from += size) {
    const part = rows.slice(from, from + size);
    const values: unknown[] = [];
    for (const each of part) for (const value of prepare) values.push(value(each));
    await tx.query(
      `INSERT INTO ${driver.escape(tablePath)} (${names}) VALUES ${new Array(part.length).fill(row).join(", ")}`,
      values,
    );
    if (isSqlite) await new Promise((resolve) => setImmediate(resolve));
  }
}

/** How a property becomes the driver's value: TypeORM's own conversion, but only for the types that need one. */
function preparer(column: ColumnMetadata, tx: Tx): (entity: ObjectLiteral) => unknown {
  const { propertyName } = column;
  const needsDriver = column.type === "datetime" || column.type === "json" || column.type === "boolean";
  if (!needsDriver) return (entity) => entity[propertyName];
  const { driver } = tx.connection;
  return (entity) => {
    const value = entity[propertyName];
    return value === null ? null : driver.preparePersistentValue(value, column);
  };
}

/** True when an insert or update met a unique key that somebody else holds. */
export function isKeyConflict(error: unknown): boolean {
  const cause = ((error as { driverError?: unknown }).driverError ?? error) as { code?: string; errno?: number };
  return (
    cause.errno === 1062 || cause.code === "SQLITE_CONSTRAINT_UNIQUE" || cause.code === "SQLITE_CONSTRAINT_PRIMARYKEY"
  );
}

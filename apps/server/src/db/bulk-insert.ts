import type { EntityTarget, ObjectLiteral } from "typeorm";
import type { ColumnMetadata } from "typeorm/metadata/ColumnMetadata.js";
import type { EntityMetadata } from "typeorm/metadata/EntityMetadata.js";
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
  const metadata = tx.connection.getMetadata(target);
  const isSqlite = tx.connection.options.type === "better-sqlite3";
  const size = isSqlite ? rowsPerStatement.sqlite : rowsPerStatement.mysql;
  const prepare = metadata.columns.map((column) => preparer(column, tx));
  for (let from = 0; from < rows.length; from += size) {
    const part = rows
      .slice(from, from + size)
      .map((row) => prepare.map((value) => (typeof value === "string" ? row[value] : value(row))));
    // mysql2 writes lists of lists as rows, in a third of the time that as many question marks take
    if (isSqlite) await insertOnSqlite(tx, metadata, part);
    else await tx.query(`${head(metadata)} ?`, [part]);
  }
}

function head({ tablePath, columns, connection: { driver } }: EntityMetadata): string {
  const names = columns.map((column) => driver.escape(column.databaseName)).join(", ");
  return `INSERT INTO ${driver.escape(tablePath)} (${names}) VALUES`;
}

/** What of better-sqlite3 is used here. */
interface SqliteConnection {
  prepare(sql: string): { run(values: readonly unknown[]): unknown };
}
type Prepared = ReturnType<SqliteConnection["prepare"]>;

/** Statements of the full size, which most are: preparing one takes milliseconds. */
const prepared = new WeakMap<SqliteConnection, Map<EntityMetadata, Prepared>>();

/** On the transaction's own connection but past TypeORM, which copies the thousands of values twice. Then others have a turn. */
async function insertOnSqlite(tx: Tx, metadata: EntityMetadata, rows: readonly unknown[][]): Promise<void> {
  const connection: SqliteConnection = await tx.queryRunner?.connect();
  const known = prepared.get(connection) ?? new Map<EntityMetadata, Prepared>();
  prepared.set(connection, known);
  const isFull = rows.length === rowsPerStatement.sqlite;
  const row = `(${metadata.columns.map(() => "?").join(", ")})`;
  const statement =
    (isFull && known.get(metadata)) ||
    connection.prepare(`${head(metadata)} ${new Array(rows.length).fill(row).join(", ")}`);
  if (isFull) known.set(metadata, statement);
  statement.run(rows.flat());
  await new Promise((resolve) => setImmediate(resolve));
}

/** How a property becomes the driver's value: as it is, by its name; or by TypeORM's own conversion, for the types that need one. */
function preparer(column: ColumnMetadata, tx: Tx): string | ((entity: ObjectLiteral) => unknown) {
  const { propertyName } = column;
  if (column.type === "datetime") return momentPreparer(propertyName);
  if (column.type !== "json" && column.type !== "boolean") return propertyName;
  const { driver } = tx.connection;
  return (entity) => {
    const value = entity[propertyName];
    return value === null ? null : driver.preparePersistentValue(value, column);
  };
}

/** Rows of a batch mostly share their moments: each is written out once. */
function momentPreparer(propertyName: string): (entity: ObjectLiteral) => unknown {
  let last: Date | null = null;
  let text = "";
  return (entity) => {
    const moment: Date | null = entity[propertyName];
    if (moment === null) return null;
    if (moment !== last) {
      last = moment;
      // 2026-11-22 09:00:00.000: UTC, as both databases hold it
      text = moment.toISOString().slice(0, 23).replace("T", " ");
    }
    return text;
  };
}

/** True when an insert or update met a unique key that somebody else holds. */
export function isKeyConflict(error: unknown): boolean {
  const cause = ((error as { driverError?: unknown }).driverError ?? error) as { code?: string; errno?: number };
  return (
    cause.errno === 1062 || cause.code === "SQLITE_CONSTRAINT_UNIQUE" || cause.code === "SQLITE_CONSTRAINT_PRIMARYKEY"
  );
}

import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { DataSource, type DataSourceOptions, type EntityManager } from "typeorm";
import { migrations } from "./migrations.js";
import { makeMysqlTransactions } from "./mysql-transactions.js";
import { SnakeNaming } from "./naming.js";
import { makeSqliteTransactions } from "./sqlite-transactions.js";
import { missingIn, newer, other, TablesRefused } from "./tables-refused.js";
import type { Transactions } from "./transaction.js";

/** Where the data lies: one file, or a MySQL-compatible server. */
export type DatabaseLocation = { kind: "sqlite"; file: string } | { kind: "mysql"; url: string };

export interface Database {
  readonly kind: "sqlite" | "mysql";
  /** For reads outside transactions. On SQLite a second, read-only connection that never waits for a writer. */
  readonly read: EntityManager;
  /** The only way to write. */
  readonly tx: Transactions;
  /** The connection that writes: migrations and tests only. */
  readonly dataSource: DataSource;
  /** Resolves when the database answers; rejects when it does not. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

type EntityList = NonNullable<DataSourceOptions["entities"]>;

/** Opens the database and brings its tables up to date. */
export async function openDatabase(location: DatabaseLocation, entities: EntityList): Promise<Database> {
  return location.kind === "sqlite" ? openSqlite(location.file, entities) : openMysql(location.url, entities);
}

const shared = (entities: EntityList) =>
  ({
    entities,
    migrations,
    migrationsTableName: "migrations",
    migrationsTransactionMode: "each",
    namingStrategy: new SnakeNaming(),
    logging: false,
  }) as const;

interface SqliteHandle {
  pragma(statement: string): unknown;
}

async function openSqlite(file: string, entities: EntityList): Promise<Database> {
  mkdirSync(dirname(file), { recursive: true });
  const write = new DataSource({
    ...shared(entities),
    type: "better-sqlite3",
    database: file,
    enableWAL: true,
    prepareDatabase: (db: SqliteHandle) => {
      // better-sqlite3 is built with NORMAL in WAL mode, which may lose acknowledged commits at power loss
      db.pragma("synchronous = FULL");
      db.pragma("busy_timeout = 10000");
      // pages that a bulk write touches again and again reach the file once, not with every thousandth page (32 MB of log)
      db.pragma("wal_autocheckpoint = 8000");
      // 40 MB: an import is no faster with more
      db.pragma("cache_size = -40960");
      db.pragma("temp_store = MEMORY");
    },
  });
  await write.initialize();
  await bringUpToDate(write);
  const read = new DataSource({
    ...shared(entities),
    type: "better-sqlite3",
    database: file,
    readonly: true,
    prepareDatabase: (db: SqliteHandle) => {
      db.pragma("cache_size = -65536");
    },
  });
  await read.initialize();
  return {
    kind: "sqlite",
    read: read.manager,
    tx: makeSqliteTransactions(write),
    dataSource: write,
    async ping() {
      await read.query("SELECT 1");
    },
    async close() {
      await read.destroy();
      await write.destroy();
    },
  };
}

async function openMysql(url: string, entities: EntityList): Promise<Database> {
  const options = {
    ...shared(entities),
    type: (await isMariaDb(url)) ? ("mariadb" as const) : ("mysql" as const),
    url,
    charset: "utf8mb4_bin",
    timezone: "Z",
    poolSize: 12,
    connectTimeout: 10_000,
    extra: { enableKeepAlive: true },
  };
  const dataSource = new DataSource(options);
  await dataSource.initialize();
  await bringUpToDate(dataSource);
  return {
    kind: "mysql",
    read: dataSource.manager,
    tx: makeMysqlTransactions(dataSource),
    dataSource,
    async ping() {
      await dataSource.query("SELECT 1");
    },
    async close() {
      await dataSource.destroy();
    },
  };
}

/** Runs the migrations that are missing; refuses tables that it does not know the shape of. */
async function bringUpToDate(dataSource: DataSource): Promise<void> {
  const known = new Set(dataSource.migrations.map(({ name }) => name));
  const runner = dataSource.createQueryRunner();
  try {
    if (await runner.hasTable("migrations")) {
      const done = (await runner.query("SELECT name FROM migrations")) as { name: string }[];
      if (done.some(({ name }) => !known.has(name))) throw new TablesRefused(newer);
    }
    await dataSource.runMigrations();
    const missing = await missingIn(runner);
    if (missing) throw new TablesRefused(other(missing));
  } catch (error) {
    await runner.release();
    await dataSource.destroy();
    throw error;
  }
  await runner.release();
}

/** TypeORM wants to be told: only then it uses MariaDB's own uuid type. */
async function isMariaDb(url: string): Promise<boolean> {
  const { createConnection } = await import("mysql2/promise");
  const connection = await createConnection({ uri: url, connectTimeout: 10_000 });
  try {
    const [rows] = await connection.query("SELECT VERSION() AS version");
    return /mariadb/i.test((rows as { version: string }[])[0]?.version ?? "");
  } finally {
    connection.destroy();
  }
}

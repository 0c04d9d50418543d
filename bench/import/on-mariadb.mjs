import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createConnection } from "mysql2/promise";
import { tables } from "./tables.mjs";

/** More rows a statement are not faster, and a packet has its limit. */
const rowsPerStatement = 2_000;

/** A database to import into, and a twin with the same tables to copy the same rows into. */
export async function makeMariaDb(base) {
  const name = `usher_bench_${process.pid}`;
  const connect = (database) => {
    const url = new URL(base);
    url.pathname = `/${database}`;
    return createConnection({ uri: url.toString(), timezone: "Z", supportBigNumbers: true });
  };
  const admin = await createConnection({ uri: base });
  const url = new URL(base);
  url.pathname = `/${name}`;
  // the key that links are sealed with
  const folder = mkdtempSync(join(tmpdir(), "usher-bench-"));
  return {
    title: `MariaDB ${(await admin.query("SELECT VERSION() AS version"))[0][0].version}`,
    settings: { DATABASE_URL: url.toString(), DATA_DIR: folder },
    async clear() {
      for (const each of [name, `${name}_raw`]) {
        await admin.query(`DROP DATABASE IF EXISTS ${each}`);
        await admin.query(`CREATE DATABASE ${each} CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`);
      }
    },
    /** Inserts what the import left into empty tables over two connections; answers the seconds, and this process's CPU time. */
    async copyRaw() {
      const source = await connect(name);
      const batches = await readBatches(source);
      for (const table of tables) await source.query(`CREATE TABLE ${name}_raw.${table} LIKE ${name}.${table}`);
      await source.end();
      const connections = [await connect(`${name}_raw`), await connect(`${name}_raw`)];
      const before = process.cpuUsage();
      const begun = performance.now();
      await Promise.all(
        connections.map(async (connection) => {
          for (let batch = batches.shift(); batch; batch = batches.shift()) await insert(connection, batch);
        }),
      );
      const seconds = (performance.now() - begun) / 1_000;
      const { user, system } = process.cpuUsage(before);
      for (const connection of connections) await connection.end();
      return { seconds, cpu: (user + system) / 1e6 };
    },
    async close() {
      for (const each of [name, `${name}_raw`]) await admin.query(`DROP DATABASE IF EXISTS ${each}`);
      await admin.end();
      rmSync(folder, { recursive: true });
    },
  };
}

/** The rows in pieces of 2,000 people, each with all that belongs to them. */
async function readBatches(connection) {
  const pieces = [];
  for (const table of tables) {
    const [rows, fields] = await connection.query({ sql: `SELECT * FROM \`${table}\``, rowsAsArray: true });
    const names = fields.map(({ name }) => `\`${name}\``).join(", ");
    for (let from = 0; from < rows.length; from += rowsPerStatement) {
      const index = from / rowsPerStatement;
      pieces[index] ??= [];
      pieces[index].push({
        sql: `INSERT INTO \`${table}\` (${names}) VALUES ?`,
        rows: rows.slice(from, from + rowsPerStatement),
      });
    }
  }
  return pieces;
}

async function insert(connection, batch) {
  await connection.beginTransaction();
  for (const { sql, rows } of batch) await connection.query(sql, [rows]);
  await connection.commit();
}

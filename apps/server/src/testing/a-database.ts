import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createConnection } from "mysql2/promise";
import { type Database, type DatabaseLocation, openDatabase } from "../db/database.js";
import { entities } from "../entities.js";

/** An empty place for one test file's data: a temporary SQLite file, or with TEST_DB=mysql a database of its own at TEST_MYSQL_URL. */
export async function aPlace(): Promise<{ location: DatabaseLocation; clear: () => Promise<void> }> {
  if (process.env.TEST_DB !== "mysql") {
    const folder = mkdtempSync(join(tmpdir(), "usher-test-"));
    return {
      location: { kind: "sqlite", file: join(folder, "usher.sqlite") },
      clear: async () => rmSync(folder, { recursive: true, force: true }),
    };
  }
  const base = process.env.TEST_MYSQL_URL;
  if (!base) throw new Error("TEST_DB=mysql needs TEST_MYSQL_URL, such as mysql://root@127.0.0.1:3306");
  const name = `usher_test_${randomBytes(6).toString("hex")}`;
  const url = new URL(base);
  url.pathname = `/${name}`;
  const run = async (sql: string) => {
    const connection = await createConnection({ uri: base });
    await connection.query(sql);
    await connection.end();
  };
  await run(`CREATE DATABASE ${name}`);
  return { location: { kind: "mysql", url: url.toString() }, clear: () => run(`DROP DATABASE ${name}`) };
}

/** Opens a migrated, empty database around all tests of a `describe`. */
export function aDatabase(): { db: Database } {
  const test = {} as { db: Database };
  let clear: () => Promise<void>;
  beforeAll(async () => {
    const place = await aPlace();
    clear = place.clear;
    test.db = await openDatabase(place.location, entities);
  });
  afterAll(async () => {
    await test.db.close();
    await clear();
  });
  return test;
}

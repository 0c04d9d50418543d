import { existsSync, readFileSync } from "node:fs";
import type { DatabaseLocation } from "../db/database.js";
import type { TestApp } from "./start-app.js";

/** Every column of every row of every table, as text; and of SQLite the bytes of its files, freed pages and the log of writes included. */
export async function dumpOf({ app }: Pick<TestApp, "app">): Promise<{ rows: string; files: string }> {
  const { connection } = app.db.read;
  const isSqlite = app.config.database.kind === "sqlite";
  const tables: { name: string }[] = await app.db.read.query(
    isSqlite
      ? "SELECT name FROM sqlite_master WHERE type = 'table'"
      : "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE()",
  );
  const parts: string[] = [];
  for (const { name } of tables) {
    const rows: Record<string, unknown>[] = await app.db.read.query(`SELECT * FROM ${connection.driver.escape(name)}`);
    for (const row of rows) for (const value of Object.values(row)) parts.push(textOf(value));
  }
  return { rows: parts.join("\n"), files: filesOf(app.config.database) };
}

function filesOf(database: DatabaseLocation): string {
  if (database.kind !== "sqlite") return "";
  const files = ["", "-wal", "-shm"].map((end) => `${database.file}${end}`).filter(existsSync);
  return files.map((file) => readFileSync(file).toString("utf8")).join("\n");
}

const textOf = (value: unknown): string => {
  if (Buffer.isBuffer(value)) return value.toString("utf8");
  return typeof value === "string" ? value : JSON.stringify(value);
};

/** Which of these texts stand in another, however cased, composed, or escaped as JSON. */
export function foundIn(text: string, wanted: readonly string[]): string[] {
  const where = text.normalize("NFC").toLowerCase();
  const escaped = (each: string) =>
    each.replace(/[^ -~]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`);
  return wanted.filter((each) =>
    [each, escaped(each), Buffer.from(each).toString("base64").replace(/=+$/, "")].some((form) =>
      where.includes(form.normalize("NFC").toLowerCase()),
    ),
  );
}

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { tables } from "./tables.mjs";

/** The fastest of 100, 500 and 2,000. */
const rowsPerStatement = 500;
const peoplePerTransaction = 2_000;

/** The same on SQLite. It has one writer, so the rows go in over one connection: a second one would only wait. */
export function makeSqlite(under = tmpdir()) {
  const folder = mkdtempSync(join(under, "usher-bench-"));
  let round = 0;
  const dataDir = () => join(folder, String(round));
  return {
    title: "SQLite",
    get settings() {
      return { DATA_DIR: dataDir() };
    },
    clear() {
      rmSync(dataDir(), { recursive: true, force: true });
      round++;
    },
    copyRaw() {
      const source = new Database(join(dataDir(), "usher.sqlite"), { readonly: true });
      const target = new Database(join(dataDir(), "raw.sqlite"));
      // as Usher opens it
      target.pragma("journal_mode = WAL");
      target.pragma("synchronous = FULL");
      target.pragma("wal_autocheckpoint = 8000");
      target.pragma("cache_size = -65536");
      const made = source.prepare("SELECT sql FROM sqlite_master WHERE tbl_name = ? AND sql IS NOT NULL");
      const contents = tables.map((table) => {
        for (const { sql } of made.all(table)) target.exec(sql);
        return { table, rows: source.prepare(`SELECT * FROM "${table}"`).raw().all() };
      });
      source.close();
      const before = process.cpuUsage();
      const begun = performance.now();
      for (let from = 0; from < contents[0].rows.length; from += peoplePerTransaction) {
        target.transaction(() => {
          for (const { table, rows } of contents) insert(target, table, rows.slice(from, from + peoplePerTransaction));
        })();
      }
      const seconds = (performance.now() - begun) / 1_000;
      const { user, system } = process.cpuUsage(before);
      target.close();
      return { seconds, cpu: (user + system) / 1e6 };
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}

const statements = new WeakMap();

function insert(target, table, rows) {
  for (let from = 0; from < rows.length; from += rowsPerStatement) {
    const part = rows.slice(from, from + rowsPerStatement);
    const row = `(${part[0].map(() => "?").join(", ")})`;
    const sql = `INSERT INTO "${table}" VALUES ${part.map(() => row).join(", ")}`;
    const known = statements.get(target) ?? new Map();
    statements.set(target, known);
    if (!known.has(sql)) known.set(sql, target.prepare(sql));
    known.get(sql).run(part.flat());
  }
}

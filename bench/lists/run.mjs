// How long does the database take for a page of a list of 1,000,000, whatever the page, filter or search?
//
//   pnpm --filter @usher/bench run lists                           fills a private MariaDB, measures, throws it away
//   pnpm --filter @usher/bench run lists -- --url mysql://...      uses that server; a filled database there is used again
//   pnpm --filter @usher/bench run lists -- --explain --only "group"
//   pnpm --filter @usher/bench run lists -- --requests             only the 500 requests at the end
//
// The lists are the server's own (apps/server/dist), pages of 100. Measured is the time of all statements of a page, the way
// to the server and back included: the first page, the second, one far inside, the last, and how many there are (to 10,000). The
// slowest of these counts, each as the median of several rounds; beside it, how many entries of indexes and tables were read,
// which does not depend on what else the machine does. Apart from them stand the pages on which one branch of a search ends:
// whoever has gone through all its matches waits while the next one passes over those that were shown. At the end stand 500
// requests as people make them, whole answers of the server's code, each beside a bare statement that reads the same rows.
import { execFileSync } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { startMariaDb } from "../../scripts/mariadb.mjs";
import { invitationCases, userCases } from "./cases.mjs";
import { measureRequests, printRequests } from "./requests.mjs";

const { values: options } = parseArgs({
  args: process.argv.slice(2).filter((argument) => argument !== "--"),
  options: {
    rows: { type: "string", default: "1000000" },
    rounds: { type: "string", default: "5" },
    url: { type: "string" },
    only: { type: "string" },
    requests: { type: "boolean", default: false },
    explain: { type: "boolean", default: false },
  },
});
const count = Number(options.rows);
const rounds = Number(options.rounds);
const goal = 50;
const first = 100;
const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
execFileSync("tsc", ["-b", "apps/server"], { cwd: root, stdio: "inherit" });
const dist = join(root, "apps/server/dist");
const { openDatabase } = await import(`${dist}/db/database.js`);
const { entities } = await import(`${dist}/entities.js`);
const { countLimit, readPage } = await import(`${dist}/db/keyset.js`);
const { countUpTo } = await import(`${dist}/db/count-list.js`);
const { listMark, writeCursor } = await import(`${dist}/db/cursor.js`);
const { Statement, all, any, not } = await import(`${dist}/db/condition.js`);
const { userList } = await import(`${dist}/users/user-list.js`);
const { invitationList } = await import(`${dist}/invitations/invitation-list.js`);
const { fill, now } = await import("./fill.mjs");
const { createConnection } = await import("mysql2/promise");

const own = options.url ? null : await startMariaDb(undefined, ["--innodb-buffer-pool-size=2G"]);
let db;
let reader;
try {
  const url = new URL(options.url ?? own.url);
  url.pathname = "/usher_bench_lists";
  const server = await createConnection({ uri: new URL("/", url).href });
  if (!(await isFilled(server))) await server.query("DROP DATABASE IF EXISTS usher_bench_lists");
  await server.query("CREATE DATABASE IF NOT EXISTS usher_bench_lists");
  const [[about]] = await server.query("SELECT VERSION() AS version, @@innodb_buffer_pool_size / 1048576 AS pool");
  await server.end();
  db = await openDatabase({ kind: "mysql", url: url.href }, entities);
  const workspaceId = await filled();
  reader = db.dataSource.createQueryRunner().manager;
  const facts = await readFacts(workspaceId);
  console.log(
    `MariaDB ${about.version}, ${Math.round(about.pool)} MB buffer pool, pages of ${first}, median of ${rounds}`,
  );
  if (!options.requests) await measureLooks(facts);
  if (!options.only) {
    printRequests(await measureRequests({ read: reader, page: readPage, userList, workspaceId, first }));
  }
} finally {
  await reader?.queryRunner.release();
  await db?.close();
  await own?.stop();
}

async function measureLooks(facts) {
  const { workspaceId } = facts;
  const users = userCases(facts).map((one) => ({ ...one, list: userList(workspaceId, one.filter, one.order) }));
  const invitations = invitationCases(facts).map((one) => ({
    ...one,
    list: invitationList(workspaceId, now, one.filter, one.order),
  }));
  const missed = (await measure("users", users)) + (await measure("invitations", invitations));
  if (missed > 0) process.exitCode = 1;
}

/** Whether a run before this one got as far as the last rows. */
async function isFilled(server) {
  const counts = async (table) => {
    const [[{ counted }]] = await server.query(`SELECT COUNT(*) AS counted FROM usher_bench_lists.${table}`);
    return counted;
  };
  try {
    return (
      (await counts("users")) === count &&
      (await counts("invitations")) === count &&
      (await counts("group_members")) > 0
    );
  } catch (error) {
    if (error.code === "ER_NO_SUCH_TABLE" || error.code === "ER_BAD_DB_ERROR") return false;
    throw error;
  }
}

async function filled() {
  const [known] = await db.read.query("SELECT workspace_id AS id FROM users LIMIT 1");
  if (known) return known.id;
  const start = performance.now();
  const workspaceId = await fill(db, count);
  const seconds = Math.round((performance.now() - start) / 1_000);
  console.log(`filled ${count.toLocaleString("en")} users and invitations in ${seconds} s`);
  return workspaceId;
}

/** The largest, the middle and the smallest of what can be filtered by. */
async function readFacts(workspaceId) {
  const sizes = async (table, column) => {
    const rows = await db.read.query(
      `SELECT ${column} AS id, COUNT(*) AS counted FROM ${table} WHERE ${column} IS NOT NULL GROUP BY ${column} ORDER BY counted DESC`,
    );
    const at = (share) => rows[Math.min(rows.length - 1, Math.floor(rows.length * share))].id;
    return { largest: at(0), middle: at(0.1), smallest: at(1) };
  };
  const imports = (
    await db.read.query("SELECT DISTINCT import_id AS id FROM users WHERE import_id IS NOT NULL ORDER BY id")
  ).map(({ id }) => id);
  return {
    workspaceId,
    companies: await sizes("users", "company_id"),
    labels: await sizes("users", "label_id"),
    teams: await sizes("users", "team_id"),
    promised: await sizes("invitation_groups", "group_id"),
    groups: await sizes("group_members", "group_id"),
    inviters: await sizes("invitations", "inviter_id"),
    imports: { old: imports[3], recent: imports.at(-3) },
  };
}

async function measure(name, cases) {
  const measured = [];
  for (const one of cases) {
    if (options.only && !one.title.includes(options.only)) continue;
    const looks = (await pagesOf(one)).map(({ title, after }) => ({
      title,
      isTurn: title.startsWith("turn"),
      look: (read) => readPage(read, one.list, { first, after }),
    }));
    looks.push({ title: "totalCount", look: (read) => countUpTo(read, one.list, countLimit) });
    for (const { title, isTurn = false, look } of looks) {
      const runs = [];
      for (let round = 0; round < rounds; round++) runs.push(await timed(look));
      runs.sort((a, b) => a.ms - b.ms);
      const median = runs[Math.floor(runs.length / 2)];
      measured.push({
        ...median,
        title: `${one.title}, ${title}`,
        kind: isTurn ? "turn" : one.alone ? "alone" : "combined",
      });
      if (options.explain) await explain(measured.at(-1));
    }
  }
  const kinds = {
    alone: "one order, filter or search (the goal)",
    turn: "where a branch of a search ends",
    combined: "combined",
  };
  for (const [kind, title] of Object.entries(kinds)) {
    const some = measured.filter((one) => one.kind === kind).sort((a, b) => b.ms - a.ms);
    if (some.length === 0) continue;
    const over = some.filter((one) => one.ms > goal).length;
    console.log(
      `\n${name}, ${title}: ${some.length} looks, median ${ms(some[Math.floor(some.length / 2)].ms)}, ` +
        `slowest ${ms(some[0].ms)}; ${over} over ${goal} ms`,
    );
    for (const one of some.slice(0, options.only ? 1_000 : 12)) {
      console.log(`${ms(one.ms).padStart(10)}${one.read.toLocaleString("en").padStart(12)} read  ${one.title}`);
    }
  }
  return measured.filter((one) => one.kind === "alone" && one.ms > goal).length;
}

/** Which pages to look at: cursors are made as the server makes them, from rows that lie there. */
async function pagesOf({ list, alone }) {
  const pages = [{ title: "first page", after: null }];
  const start = await readPage(db.read, list, { first });
  if (!start.pageInfo.hasNextPage) return pages;
  pages.push({ title: "second page", after: start.pageInfo.endCursor });
  // to lie in wait far inside takes minutes where no index leads there
  if (!alone) return pages;
  const mark = listMark(list.about);
  const opposite = { ASC: "DESC", DESC: "ASC" }[list.direction];
  for (const [
    branch,
    { keys, index, where, unless = [], streams = [{ where: all() }], filters = [] },
  ] of list.branches.entries()) {
    for (const [title, direction, offset] of [
      [`100,000 further in branch ${branch + 1}`, list.direction, 100_000],
      [branch + 1 < list.branches.length ? `turn from branch ${branch + 1}` : "last page", opposite, first / 2],
    ]) {
      const sql = new Statement(db.read, list.target);
      const filtered = filters.map((filter) => filter.few.where);
      const condition = all(
        ...list.where,
        ...where,
        ...unless.map(not),
        ...filtered,
        any(...streams.map((stream) => stream.where)),
      )(sql);
      const order = [...keys, "id"].map((key) => `${sql.column(key)} ${direction}`).join(", ");
      const hint = filters.length === 0 ? sql.through(index) : "";
      const raw = await db.read.query(
        `SELECT * FROM ${sql.table} WHERE id IN (SELECT id FROM (SELECT id FROM ${sql.table}${hint} WHERE ${condition} ORDER BY ${order} LIMIT 1 OFFSET ${offset}) AS there)`,
        sql.values,
      );
      const [row] = sql.rows(raw);
      if (row)
        pages.push({ title, after: writeCursor(mark, { branch, key: [...keys.map((key) => row[key]), row.id] }) });
    }
  }
  return pages;
}

/** The time that the statements of `work` took together, and how many entries of indexes and tables they read. */
async function timed(work) {
  const statements = [];
  const recorder = Object.create(reader);
  // one connection: what a page asks side by side counts one after the other
  let turn = Promise.resolve();
  recorder.query = (...args) => {
    const mine = turn.then(async () => {
      const began = performance.now();
      const answer = await reader.query(...args);
      statements.push({ args, ms: performance.now() - began });
      return answer;
    });
    turn = mine.catch(() => undefined);
    return mine;
  };
  await reader.query("FLUSH STATUS");
  await work(recorder);
  const counters = await reader.query("SHOW SESSION STATUS LIKE 'Handler_read%'");
  const read = counters.reduce((sum, { Value }) => sum + Number(Value), 0);
  return { ms: statements.reduce((sum, each) => sum + each.ms, 0), read, statements };
}

async function explain({ title, ms: taken, read, statements }) {
  console.log(`\n${title}: ${ms(taken)}, ${read} read`);
  for (const { args, ms: each } of statements) {
    const rows = await db.read.query(`EXPLAIN ${args[0]}`, args[1]);
    for (const { table, type, key, rows: estimated, Extra } of rows) {
      console.log(`  ${ms(each).padStart(9)}  ${table} ${type} ${key ?? "-"} ~${estimated} ${Extra}`);
    }
  }
}

function ms(value) {
  return `${value.toFixed(value < 10 ? 1 : 0)} ms`;
}

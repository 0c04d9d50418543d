// How fast are people imported, from the first GraphQL request to the last row being durable, and in how much memory?
//
//   pnpm --filter @usher/bench run import                     100,000 people, 3 rounds, MariaDB and SQLite
//   pnpm --filter @usher/bench run import -- --people 1000000 --rounds 1 --only sqlite
//
// Beside it, in the same rounds, the very rows that the import left are inserted by the driver alone, many a statement, over
// two connections. MariaDB is a private one that loses nothing at a power cut, or the one at --mysql (mysql://user@host:port).
// The mail server is out of reach, so that the mails wait in the outbox: sending them is bench/mail.
import { execFileSync } from "node:child_process";
import { cpus } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { hasMariaDb, startMariaDb } from "../../scripts/mariadb.mjs";
import { makeMariaDb } from "./on-mariadb.mjs";
import { makeSqlite } from "./on-sqlite.mjs";
import { runImport } from "./run-import.mjs";
import { cpuSeconds, startUsher } from "./usher.mjs";

const { values: options } = parseArgs({
  args: process.argv.slice(2).filter((argument) => argument !== "--"),
  options: {
    people: { type: "string", default: "100000" },
    rounds: { type: "string", default: "3" },
    only: { type: "string" },
    mysql: { type: "string" },
    /** Writes a profile of the server into this folder. */
    profile: { type: "string" },
  },
});
const people = Number(options.people);
const rounds = Number(options.rounds);
const goals = { ratio: 0.6, memory: 400 };
/** Nobody listens there. */
const away = "smtp://127.0.0.1:9";

const durable = ["--innodb-flush-log-at-trx-commit=1", "--innodb-doublewrite=1", "--innodb-buffer-pool-size=1G"];

execFileSync("tsc", ["-b", "apps/server"], { cwd: join(import.meta.dirname, "../.."), stdio: "inherit" });
console.log(`${people.toLocaleString("en")} people, ${cpus().length} cores, median of ${rounds}`);
let missed = 0;
if (options.only !== "sqlite") {
  if (options.mysql) await measure(await makeMariaDb(options.mysql));
  else if (!hasMariaDb()) console.log("MariaDB: not measured, there is none on this machine");
  else {
    const server = await startMariaDb(undefined, durable);
    try {
      await measure(await makeMariaDb(server.url), server.pid);
    } finally {
      await server.stop();
    }
  }
}
if (options.only !== "mariadb") await measure(makeSqlite());
process.exitCode = missed > 0 ? 1 : 0;

async function measure(place, databasePid) {
  const runs = [];
  try {
    for (let round = 0; round < rounds; round++) {
      await place.clear();
      const profile = options.profile ? ["--cpu-prof", `--cpu-prof-dir=${options.profile}`] : [];
      const usher = await startUsher({ ...place.settings, SMTP_URL: away, MAIL_FROM: "usher@bench.example" }, profile);
      const before = [usher.cpu(), databasePid ? cpuSeconds(databasePid) : 0];
      const run = await runImport(usher, people);
      run.cpu = usher.cpu() - before[0];
      run.databaseCpu = databasePid ? cpuSeconds(databasePid) - before[1] : 0;
      run.memory = usher.peakMemory();
      await usher.stop();
      const idle = databasePid ? cpuSeconds(databasePid) : 0;
      const { seconds, cpu } = await place.copyRaw();
      Object.assign(run, {
        raw: seconds,
        rawCpu: cpu,
        rawDatabaseCpu: databasePid ? cpuSeconds(databasePid) - idle : 0,
      });
      run.ratio = run.raw / run.seconds;
      runs.push(run);
    }
  } finally {
    await place.close();
  }
  report(place.title, runs);
}

function report(title, runs) {
  const of = (name) => median(runs.map((run) => run[name]));
  const perSecond = (seconds) => `${Math.round(people / seconds).toLocaleString("en")} people/s`;
  const range = (name) =>
    `${Math.min(...runs.map((run) => run[name])).toFixed(2)}–${Math.max(...runs.map((run) => run[name])).toFixed(2)}`;
  const cpu = (own, database) => {
    const parts = [`${of(own).toFixed(1)} s`];
    if (of(database) > 0) parts.push(`database ${of(database).toFixed(1)} s`);
    return `CPU ${parts.join(" + ")}`;
  };
  console.log(`\n${title}`);
  console.log(
    `  import   ${of("seconds").toFixed(1)} s, ${perSecond(of("seconds"))} (staging ${of("staging").toFixed(1)} s; ${cpu("cpu", "databaseCpu")})`,
  );
  console.log(`  raw      ${of("raw").toFixed(1)} s, ${perSecond(of("raw"))} (${cpu("rawCpu", "rawDatabaseCpu")})`);
  check(
    `ratio    ${of("ratio").toFixed(2)} (${range("ratio")})`,
    of("ratio") >= goals.ratio,
    `${goals.ratio} or better`,
  );
  check(
    `memory   ${Math.round(Math.max(...runs.map(({ memory }) => memory)))} MB at most`,
    runs.every(({ memory }) => memory < goals.memory),
    `under ${goals.memory} MB`,
  );
}

function check(what, isMet, goal) {
  if (!isMet) missed++;
  console.log(`  ${what}   goal: ${goal}${isMet ? "" : "   MISSED"}`);
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

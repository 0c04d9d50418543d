import { existsSync, readFileSync, statfsSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "./chromium.mjs";
import { hasMariaDb, startMariaDb } from "./mariadb.mjs";
import { root } from "./root.mjs";
import { run } from "./run.mjs";
import { jestTotals, playwrightTotals } from "./totals.mjs";

export const reports = join(root, "node_modules/.cache/usher/test");
const web = join(root, "apps/web");

const verdict = (holds) => ({ passed: 0, failed: holds ? 0 : 1, skipped: 0 });

/** Commands that all have to succeed: nothing to count when they do, one failure when they don't. */
const check =
  (...commands) =>
  async () => {
    let holds = true;
    for (const [program, args, options] of commands) holds = (await run(program, args, options)).code === 0 && holds;
    return verdict(holds);
  };

/** The committed schema is what reviewers and programs read, so it has to be what the server serves. */
async function schemaIsCurrent() {
  const { code, output } = await run("node", ["apps/server/dist/emit-schema.js", "--print"], { capture: true });
  if (code !== 0) return verdict(false);
  const current = output === readFileSync(join(root, "packages/schema/schema.graphql"), "utf8");
  console.log(
    current ? "schema.graphql is what the server serves" : "schema.graphql is outdated: `pnpm schema`, then review it",
  );
  return verdict(current);
}

const jest =
  (projects, env = {}) =>
  async (name, patterns) => {
    const file = join(reports, `${name}.json`);
    const narrowed = patterns.length > 0 ? ["--passWithNoTests", ...patterns] : [];
    const workers = `--maxWorkers=${Math.max(2, availableParallelism() - 1)}`;
    const args = ["--json", `--outputFile=${file}`, workers, ...narrowed, "--selectProjects", ...projects];
    const options = "--experimental-vm-modules --disable-warning=ExperimentalWarning";
    const { code } = await run("jest", args, { env: { NODE_OPTIONS: options, ...env } });
    return jestTotals(file, code);
  };

/** In memory where there is 1 GB of it: every test file makes and drops all tables, ten times as fast as on a disk. */
function fastFolder() {
  const memory = "/dev/shm";
  if (!existsSync(memory)) return tmpdir();
  const { bavail, bsize } = statfsSync(memory);
  return bavail * bsize > 2 ** 30 ? memory : tmpdir();
}

async function serverOnMariaDb(...args) {
  const given = process.env.TEST_MYSQL_URL;
  const own = given ? undefined : await startMariaDb(fastFolder());
  try {
    return await jest(["apps/server"], { TEST_DB: "mysql", TEST_MYSQL_URL: given ?? own.url })(...args);
  } finally {
    await own?.stop();
  }
}

async function inChromium(name, patterns) {
  const file = join(reports, `${name}.json`);
  const narrowed = patterns.length > 0 ? ["--pass-with-no-tests", ...patterns] : [];
  const { code } = await run("node_modules/.bin/playwright", ["test", "--reporter=list,json", ...narrowed], {
    cwd: join(root, "e2e"),
    env: { CHROMIUM: chromium, PLAYWRIGHT_JSON_OUTPUT_FILE: file },
  });
  return playwrightTotals(file, code);
}

/**
 * `run(name, patterns)` answers the step's totals. `afterBuild`: without a build it has nothing to test. `lacks()` names what this
 * machine has not, and how to get it.
 */
export const steps = [
  { name: "build", run: check(["node", ["scripts/build.mjs"]]) },
  {
    name: "types",
    run: check(["tsc", ["-b"]], ["tsc", ["--noEmit", "-p", "apps/web"]], ["tsc", ["--noEmit", "-p", "e2e"]]),
  },
  { name: "lint", run: check(["biome", ["check", "--error-on-warnings", "."]]) },
  { name: "boundaries", run: check(["node", ["scripts/boundaries.mjs"]]) },
  { name: "unused", run: check(["knip", ["--no-config-hints"]]) },
  {
    name: "texts",
    run: check(
      ["node_modules/.bin/i18next-cli", ["extract", "--ci", "--dry-run"], { cwd: web }],
      ["node_modules/.bin/i18next-cli", ["status"], { cwd: web }],
    ),
  },
  { name: "schema", afterBuild: true, run: schemaIsCurrent },
  { name: "mail-layout", run: check(["node", ["apps/server/scripts/compile-templates.mjs", "--check"]]) },
  { name: "rules", run: jest(["scripts", "packages/rules", "packages/schema"]) },
  { name: "server-sqlite", run: jest(["apps/server"], { TEST_DB: "sqlite" }) },
  {
    name: "server-mariadb",
    lacks: () =>
      !process.env.TEST_MYSQL_URL && !hasMariaDb() && "MariaDB: apt-get install mariadb-server, or set TEST_MYSQL_URL",
    run: serverOnMariaDb,
  },
  { name: "web", afterBuild: true, run: jest(["apps/web"]) },
  {
    name: "e2e",
    afterBuild: true,
    lacks: () =>
      !existsSync(chromium) && `Chromium: apt-get install chromium, or set CHROMIUM (${chromium} is missing)`,
    run: inChromium,
  },
];

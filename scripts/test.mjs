/**
 * Everything that has to hold, in one command. A step that fails keeps no other from running, unless that one needs the build.
 * The last line is the totals; a check (types, lint, ...) that does not hold counts as one failure.
 *
 *   pnpm test                              all of it
 *   pnpm test --only server,web            the steps whose names begin so
 *   pnpm test --only server accept         of these, the test files whose path contains "accept"
 *
 * TEST_MYSQL_URL (mysql://user:password@host:port) names a server to use instead of a private MariaDB, CHROMIUM a browser.
 * What this machine lacks is named at the end; under CI=true it is a failure.
 */
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { endAll } from "./run.mjs";
import { reports, steps } from "./test-steps.mjs";
import { totalsLine } from "./totals.mjs";

const { values, positionals } = parseArgs({ options: { only: { type: "string" } }, allowPositionals: true });
const wanted = values.only?.split(",") ?? [""];
const chosen = steps.filter(({ name }) => name === "build" || wanted.some((start) => name.startsWith(start)));

let interrupted = 0;
for (const [signal, code] of Object.entries({ SIGINT: 130, SIGTERM: 143 })) {
  process.on(signal, () => {
    interrupted = code;
    endAll();
  });
}

const none = { passed: 0, failed: 0, skipped: 0 };
const failed = { ...none, failed: 1 };

async function carryOut(step, results) {
  const lack = step.lacks?.();
  if (lack) return { outcome: "missing", lack, ...(process.env.CI === "true" ? failed : none) };
  if (step.afterBuild && results[0].failed) return { outcome: "not run", ...failed };
  console.log(`\n== ${step.name}`);
  const totals = await step.run(step.name, positionals).catch((error) => {
    console.error(error);
    return failed;
  });
  return { outcome: totals.failed ? "failed" : "ok", ...totals };
}

function summarise(results) {
  const row = (name, outcome, ...numbers) =>
    [name.padEnd(15), outcome.padEnd(8), ...numbers.map((number) => String(number || "").padStart(8))]
      .join(" ")
      .trimEnd();
  console.log(`\n${row("step", "outcome", "seconds", "passed", "failed", "skipped")}`);
  for (const { name, outcome, seconds, passed, failed, skipped } of results) {
    console.log(row(name, outcome, seconds.toFixed(1), passed, failed, skipped));
  }
  const lacking = results.filter(({ lack }) => lack);
  if (lacking.length > 0) console.log("\nNot everything was tested. Missing:");
  for (const { name, lack } of lacking) console.log(`  ${name} needs ${lack}`);
  console.log(`\n${totalsLine(results)}`);
}

rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });

// a test that was killed clears nothing away
const scratch = mkdtempSync(join(tmpdir(), "usher-tests-"));
process.env.TMPDIR = scratch;
process.on("exit", () => rmSync(scratch, { recursive: true, force: true }));

const results = [];
for (const step of chosen) {
  const began = performance.now();
  const result = await carryOut(step, results);
  results.push({ name: step.name, seconds: (performance.now() - began) / 1000, ...result });
  if (interrupted) process.exit(interrupted);
}
summarise(results);
process.exitCode = results.some(({ failed }) => failed > 0) ? 1 : 0;

import { existsSync, readFileSync } from "node:fs";

/** @typedef {{ passed: number, failed: number, skipped: number }} Totals */

/** A runner that ended badly without naming a failure counts as one. */
function settled(totals, code) {
  return code !== 0 && totals.failed === 0 ? { ...totals, failed: 1 } : totals;
}

const died = { passed: 0, failed: 1, skipped: 0 };

/** What `jest --json --outputFile` wrote. A test file that could not even be loaded counts as one failure. */
export function jestTotals(file, code) {
  if (!existsSync(file)) return died;
  const report = JSON.parse(readFileSync(file, "utf8"));
  return settled(
    {
      passed: report.numPassedTests,
      failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
      skipped: report.numPendingTests + report.numTodoTests,
    },
    code,
  );
}

/** What Playwright's json reporter wrote. A test that passed only when tried again has failed once too often. */
export function playwrightTotals(file, code) {
  if (!existsSync(file)) return died;
  const { stats, errors } = JSON.parse(readFileSync(file, "utf8"));
  return settled(
    { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length, skipped: stats.skipped },
    code,
  );
}

/** The line that people and machines read. @param {Totals[]} all */
export function totalsLine(all) {
  const sum = (key) => all.reduce((total, totals) => total + totals[key], 0);
  const skipped = sum("skipped");
  return `${sum("passed")} passed, ${sum("failed")} failed${skipped ? `, ${skipped} skipped` : ""}`;
}

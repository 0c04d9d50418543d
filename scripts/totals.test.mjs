import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { jestTotals, playwrightTotals, totalsLine } from "./totals.mjs";

describe("the totals of a run", () => {
  let folder;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "usher-totals-"));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const report = (content) => {
    const file = join(folder, "report.json");
    writeFileSync(file, JSON.stringify(content));
    return file;
  };
  const jest = {
    numPassedTests: 7,
    numFailedTests: 0,
    numRuntimeErrorTestSuites: 0,
    numPendingTests: 0,
    numTodoTests: 0,
  };
  const playwright = { stats: { expected: 3, unexpected: 0, flaky: 0, skipped: 0 }, errors: [] };

  it.each([
    ["all that passed", {}, 0, [7, 0, 0]],
    ["what failed", { numFailedTests: 2 }, 1, [7, 2, 0]],
    ["a test file that could not be loaded as a failure", { numRuntimeErrorTestSuites: 1 }, 1, [7, 1, 0]],
    ["what was skipped or left to do", { numPendingTests: 1, numTodoTests: 1 }, 0, [7, 0, 2]],
    ["a bad end without a failed test as a failure", {}, 1, [7, 1, 0]],
    ["a run that was ended from outside as a failure", {}, null, [7, 1, 0]],
  ])("count, in Jest, %s", (_, differences, code, [passed, failed, skipped]) => {
    expect(jestTotals(report({ ...jest, ...differences }), code)).toEqual({ passed, failed, skipped });
  });

  it.each([
    ["all that passed", {}, [], 0, [3, 0, 0]],
    ["what failed", { unexpected: 1 }, [], 1, [3, 1, 0]],
    ["what passed only when tried again as a failure", { flaky: 1 }, [], 0, [3, 1, 0]],
    ["what was skipped", { skipped: 2 }, [], 0, [3, 0, 2]],
    ["an error outside all tests as a failure", {}, [{ message: "no tests found" }], 1, [3, 1, 0]],
  ])("count, in Playwright, %s", (_, stats, errors, code, [passed, failed, skipped]) => {
    const file = report({ stats: { ...playwright.stats, ...stats }, errors });
    expect(playwrightTotals(file, code)).toEqual({ passed, failed, skipped });
  });

  it("count a runner that left no report as a failure", () => {
    const none = join(folder, "none.json");
    for (const totals of [jestTotals, playwrightTotals])
      expect(totals(none, 0)).toMatchObject({ passed: 0, failed: 1 });
  });

  it("are one line, which names skipped tests only when there are any", () => {
    const some = { passed: 2, failed: 1, skipped: 0 };
    expect(totalsLine([some, some])).toBe("4 passed, 2 failed");
    expect(totalsLine([some, { ...some, skipped: 3 }])).toBe("4 passed, 2 failed, 3 skipped");
  });
});

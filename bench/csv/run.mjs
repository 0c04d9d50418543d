// How fast, how smooth and how small is the reading of a million people in the browser?
//
//   pnpm --filter @usher/bench run csv                1,000,000 rows, 110 MB, 3 rounds
//   pnpm --filter @usher/bench run csv -- --rows 100000 --rounds 1
//
// Needs Chromium (CHROMIUM, else /usr/bin/chromium) and `tsc -b` before (the script does it). The engine is built as for
// production and used as the screens use it; beside it, in the same rounds, Papa Parse alone reads the same file in a worker.
// Memory is read in a round of its own through the debugger, which would slow the others down.
import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { createServer as createSocket } from "node:net";
import { cpus, tmpdir } from "node:os";
import { dirname, extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { chromium } from "@playwright/test";
import { build } from "vite";
import { makeFile } from "./make-file.mjs";
import { watchHeap } from "./watch-heap.mjs";

const { values: options } = parseArgs({
  args: process.argv.slice(2).filter((argument) => argument !== "--"),
  options: { rows: { type: "string", default: "1000000" }, rounds: { type: "string", default: "3" } },
});
const rows = Number(options.rows);
const rounds = Number(options.rounds);
const here = dirname(fileURLToPath(import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "usher-bench-csv-"));
const goals = { proposed: 300, ratio: 1.2, longestTask: 50, heap: 300e6 };

try {
  execFileSync("tsc", ["-b", "packages/rules"], { cwd: join(here, "../.."), stdio: "inherit" });
  await build({
    root: here,
    logLevel: "warn",
    worker: { format: "es" },
    build: { outDir: join(folder, "page"), emptyOutDir: true, target: "es2023" },
  });
  const files = [
    {
      title: "as a spreadsheet writes it: one row in ten has quoted cells",
      path: join(folder, "people.csv"),
      plain: false,
    },
    { title: "the same people, nothing quoted (Papa Parse's fast mode)", path: join(folder, "plain.csv"), plain: true },
  ];
  for (const file of files) await makeFile(file.path, rows, file.plain);
  await measure(files);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function measure(files) {
  const { server, url } = await serve(join(folder, "page"));
  const port = await freePort();
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      `--remote-debugging-port=${port}`,
    ],
  });
  try {
    console.log(
      `${rows.toLocaleString("en")} rows, ${cpus().length} cores, Chromium ${browser.version()}, median of ${rounds}`,
    );
    let missed = 0;
    for (const { title, path } of files) {
      const engine = [];
      const papa = [];
      for (let round = 0; round < rounds; round++) {
        papa.push(await inPage(browser, url, path, "runPapa"));
        engine.push(await inPage(browser, url, path, "runEngine"));
      }
      const watch = await watchHeap(port);
      const heap = await inPage(browser, url, path, "runEngine", watch);
      const papaHeap = await inPage(browser, url, path, "runPapa", watch);
      watch.close();

      const { report } = engine[0];
      const of = (runs, what) => median(runs.map((run) => run[what]));
      const ratio = of(engine, "checked") / of(papa, "parsed");
      const longestTask = Math.max(...engine.map((run) => run.longestTask));
      const lines = [
        { what: "columns proposed, first rows shown", ours: of(engine, "proposed"), unit: ms, goal: goals.proposed },
        { what: "first 10 people checked", ours: of(engine, "firstPeople"), unit: ms },
        { what: "every row checked", ours: of(engine, "checked"), theirs: of(papa, "parsed"), unit: ms },
        { what: "  ratio", ours: ratio, theirs: 1, unit: (value) => value.toFixed(2), goal: goals.ratio },
        {
          what: "  processor time, all threads of the page",
          ours: of(engine, "seconds") * 1000,
          theirs: of(papa, "seconds") * 1000,
          unit: ms,
        },
        { what: "longest main-thread task, of all rounds", ours: longestTask, unit: ms, goal: goals.longestTask },
        {
          what: "heap of page and workers, peak with garbage",
          ours: heap.peak,
          theirs: papaHeap.peak,
          unit: mb,
          goal: goals.heap,
        },
        { what: "  at the end, without garbage", ours: heap.after, theirs: papaHeap.after, unit: mb },
      ];
      console.log(`\n${title} (${mb(statSync(path).size)})`);
      console.log(`${"".padEnd(46)}${"Usher".padStart(10)}${"Papa Parse".padStart(12)}${"goal".padStart(10)}`);
      for (const { what, ours, theirs, unit, goal } of lines) {
        const isMissed = goal !== undefined && ours > goal;
        if (isMissed) missed++;
        const columns = [
          what.padEnd(46),
          unit(ours).padStart(10),
          (theirs === undefined ? "" : unit(theirs)).padStart(12),
          (goal === undefined ? "" : unit(goal)).padStart(10),
          goal === undefined ? "" : isMissed ? "  MISSED" : "  met",
        ];
        console.log(columns.join("").trimEnd());
      }
      const problems = report.problems.map(({ column, code, rows }) => `${column} ${code} ${rows}`).join(", ");
      console.log(
        `${report.people.toLocaleString("en")} people, ${report.rowsWithProblems.toLocaleString("en")} rows with problems: ${problems}; ` +
          `Papa Parse counted ${papa[0].rows.toLocaleString("en")} records`,
      );
    }
    if (missed > 0) process.exitCode = 1;
  } finally {
    await browser.close();
    server.close();
  }
}

/** Calls a function of the page on a file; with `watch` it answers the heap that this took. */
async function inPage(browser, url, path, run, watch = null) {
  const page = await browser.newPage();
  page.on("pageerror", (error) => console.error(error));
  await page.goto(url);
  await page.setInputFiles("#file", path);
  const processor = await browser.newBrowserCDPSession();
  const before = await rendererSeconds(processor);
  watch?.start();
  const answer = await page.evaluate((name) => window[name](), run);
  const result = watch ? await watch.stop() : { ...answer, seconds: (await rendererSeconds(processor)) - before };
  await page.close();
  return result;
}

/** Processor time of the pages' processes so far, all threads: tells how busy the machine was with other things. */
async function rendererSeconds(session) {
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  return processInfo.filter(({ type }) => type === "renderer").reduce((sum, { cpuTime }) => sum + cpuTime, 0);
}

async function serve(root) {
  const types = { ".html": "text/html", ".js": "text/javascript" };
  const names = new Map(
    readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [path.slice(root.length).replaceAll("\\", "/"), path]),
  );
  const server = createServer((request, response) => {
    const path = names.get(request.url === "/" ? "/index.html" : request.url);
    if (!path) return response.writeHead(404).end();
    response.writeHead(200, {
      "content-type": types[extname(path)] ?? "application/octet-stream",
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-embedder-policy": "require-corp",
    });
    response.end(readFileSync(path));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return { server, url: `http://127.0.0.1:${server.address().port}/` };
}

async function freePort() {
  const socket = createSocket().listen(0, "127.0.0.1");
  await once(socket, "listening");
  const { port } = socket.address();
  socket.close();
  await once(socket, "close");
  return port;
}

function median(numbers) {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
}

function ms(value) {
  return `${Math.round(value).toLocaleString("en")} ms`;
}

function mb(bytes) {
  return `${Math.round(bytes / 1e6)} MB`;
}

// What the screens do with the engine, and nothing else, so that its cost can be seen.
import type { CheckReport } from "../../apps/web/src/features/import/file/check-report";
import { openFile, type PeopleFile } from "../../apps/web/src/features/import/file/open-file";

export interface EngineRun {
  /** Milliseconds from the file's choice to the proposed columns and the first rows on the page. */
  proposed: number;
  /** From the confirmation to the first 10 people with their problems. */
  firstPeople: number;
  /** From the confirmation to the verdict on every row. */
  checked: number;
  longestTask: number;
  report: CheckReport;
}

export interface PapaRun {
  parsed: number;
  rows: number;
}

declare global {
  interface Window {
    runEngine(): Promise<EngineRun>;
    runPapa(): Promise<PapaRun>;
    people?: PeopleFile;
    chosen(): File;
  }
}

window.chosen = () => {
  const file = (document.getElementById("file") as HTMLInputElement).files?.[0];
  if (!file) throw new Error("no file was chosen");
  return file;
};

window.runEngine = async () => {
  const longest = watchThread();
  const start = performance.now();
  const opening = await openFile(window.chosen());
  if (!opening.ok) throw new Error(opening.problem.code);
  const { people } = opening;
  window.people = people;
  await painted();
  const proposed = performance.now() - start;

  const { columns } = people.opened.proposal;
  let firstPeople = 0;
  const confirmed = performance.now();
  const result = await people.check(
    { columns, defaults: {}, today: "2026-11-22" },
    { onFirstRows: () => (firstPeople = performance.now() - confirmed) },
  );
  const checked = performance.now() - confirmed;
  if (!result.ok) throw new Error(JSON.stringify(result));
  return { proposed, firstPeople, checked, longestTask: longest(), report: result.report };
};

/** Papa Parse as its manual shows it: given the File, in a worker, rows dropped at once. */
window.runPapa = () =>
  new Promise((resolve, reject) => {
    const start = performance.now();
    const worker = new Worker(new URL("./papa.worker.ts", import.meta.url), { type: "module" });
    worker.onerror = (event) => reject(new Error(event.message));
    worker.onmessage = ({ data }: MessageEvent<number>) => {
      worker.terminate();
      resolve({ parsed: performance.now() - start, rows: data });
    };
    worker.postMessage(window.chosen());
  });

function painted(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}

/**
 * The longest time for which the page could not react: tasks that the browser reports (50 ms and more), and how long a
 * message to itself waited, which also shows shorter ones.
 */
function watchThread(): () => number {
  let longest = 0;
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
  });
  observer.observe({ entryTypes: ["longtask"] });
  const { port1, port2 } = new MessageChannel();
  let sent = 0;
  const ask = () => {
    sent = performance.now();
    port2.postMessage(0);
  };
  port1.onmessage = () => {
    longest = Math.max(longest, performance.now() - sent);
    // a pause between the messages leaves the core to those who work
    timer = setTimeout(ask, 2);
  };
  let timer = setTimeout(ask);
  return () => {
    clearTimeout(timer);
    observer.disconnect();
    port1.close();
    return longest;
  };
}

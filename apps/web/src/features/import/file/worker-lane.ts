import type { SliceResult } from "./check-slice";
import type { Lane } from "./lane";
import type { FromLane, ToLane } from "./lane.worker";

/** A lane in a worker of its own, on another core where there is one. It ends with the worker that made it. */
export function workerLane(): Lane {
  const worker = new Worker(new URL("./lane.worker.ts", import.meta.url), { type: "module" });
  // answers come in the order of the jobs
  const waiting: { resolve: (result: SliceResult) => void; reject: (error: Error) => void }[] = [];
  let broken: Error | null = null;
  const breakDown = (detail: string) => {
    broken = new Error(detail);
    for (const { reject } of waiting.splice(0)) reject(broken);
  };
  worker.onmessage = ({ data }: MessageEvent<FromLane>) => {
    if ("result" in data) waiting.shift()?.resolve(data.result);
    else waiting.shift()?.reject(new Error(data.failed));
  };
  worker.onerror = (event) => breakDown(event.message || "a worker did not start");
  worker.onmessageerror = () => breakDown("a message could not be read");
  const post = (message: ToLane, transfer: Transferable[] = []) => worker.postMessage(message, transfer);
  return {
    begin: (setup) => post({ setup }),
    check: (job) =>
      new Promise((resolve, reject) => {
        if (broken) {
          reject(broken);
          return;
        }
        waiting.push({ resolve, reject });
        post({ job }, [job.bytes.buffer]);
      }),
  };
}

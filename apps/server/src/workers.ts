import type { App } from "./context.js";
import type { Worker } from "./jobs/job-engine.js";

/** Everything that works in the background, and how to let go of what it holds open. */
export function makeWorkers(_app: App): { workers: Worker[]; close(): Promise<void> } {
  return { workers: [], close: async () => undefined };
}

import type { App } from "./context.js";
import type { Worker } from "./jobs/job-engine.js";
import { makeMailWorkers } from "./mail/mail-workers.js";
import { mailKinds } from "./mail-kinds.js";

/** Everything that works in the background, and how to let go of what it holds open. */
export function makeWorkers(app: App): { workers: Worker[]; close(): Promise<void> } {
  const mail = makeMailWorkers(app, mailKinds);
  return { workers: mail.workers, close: async () => mail.close() };
}

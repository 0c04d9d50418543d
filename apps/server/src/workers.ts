import type { App } from "./context.js";
import { invitationTaskKinds } from "./invitations/invitation-action.js";
import type { Worker } from "./jobs/job-engine.js";
import { makeMailWorkers } from "./mail/mail-workers.js";
import { mailKinds } from "./mail-kinds.js";
import { makeTaskWorker } from "./tasks/task-worker.js";

/** Everything that works in the background, and how to let go of what it holds open. */
export function makeWorkers(app: App): { workers: Worker[]; close(): Promise<void> } {
  const mail = makeMailWorkers(app, mailKinds);
  const tasks = makeTaskWorker(app, invitationTaskKinds);
  return { workers: [...mail.workers, tasks], close: async () => mail.close() };
}

import type { App } from "./context.js";
import { moveTaskKind } from "./groups/move-task.js";
import { makeAnswerEraser } from "./idempotency/clear-old-answers.js";
import { makeCellsEraser } from "./imports/erase-old-cells.js";
import { makeImportWorker } from "./imports/import-worker.js";
import { invitationTaskKinds } from "./invitations/invitation-action.js";
import { makeReminderWorker } from "./invitations/remind.js";
import { rescheduleTaskKind } from "./invitations/reschedule-reminders.js";
import type { Worker } from "./jobs/job-engine.js";
import { makeLinkEraser } from "./links/clear-old-links.js";
import { makeMailWorkers } from "./mail/mail-workers.js";
import { mailKinds } from "./mail-kinds.js";
import { makeSessionEraser } from "./sessions/clear-old-sessions.js";
import { makeFileEraser } from "./tasks/erase-old-files.js";
import { makeTaskWorker } from "./tasks/task-worker.js";
import { makeDeletionDateWorker } from "./users/deletion-dates.js";
import { sendActivationTaskKind } from "./users/send-activation-emails.js";
import { userTaskKinds } from "./users/user-actions.js";

/** Everything that works in the background, and how to let go of what it holds open. */
export function makeWorkers(app: App): { workers: Worker[]; close(): Promise<void> } {
  const mail = makeMailWorkers(app, mailKinds);
  const tasks = makeTaskWorker(app, [
    ...invitationTaskKinds,
    rescheduleTaskKind,
    ...userTaskKinds,
    sendActivationTaskKind,
    moveTaskKind,
  ]);
  const erasers = [
    makeCellsEraser(app),
    makeAnswerEraser(app),
    makeSessionEraser(app),
    makeLinkEraser(app),
    makeFileEraser(app),
  ];
  const others = [makeImportWorker(app), makeReminderWorker(app), makeDeletionDateWorker(app), ...erasers];
  return { workers: [...mail.workers, tasks, ...others], close: async () => mail.close() };
}

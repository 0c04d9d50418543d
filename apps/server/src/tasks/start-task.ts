import type { App } from "../context.js";
import { bulkInsert } from "../db/bulk-insert.js";
import { newId } from "../db/ids.js";
import { afterCommit, type Tx } from "../db/transaction.js";
import { Task } from "./task.entity.js";
import { taskWorker } from "./task-worker.js";

export type NewTask = Pick<Task, "workspaceId" | "createdById" | "kind" | "selection" | "options" | "total">;

/** Stores a task; it begins after the commit, and goes on after a crash. */
export async function startTask(tx: Tx, app: Pick<App, "clock" | "jobs">, task: NewTask): Promise<Task> {
  const row: Task = {
    ...task,
    id: newId(),
    state: "RUNNING",
    done: 0,
    refused: 0,
    cursor: null,
    attempts: 0,
    leaseUntil: null,
    leaseOwner: null,
    createdAt: app.clock.now(),
    finishedAt: null,
  };
  await bulkInsert(tx, Task, [row]);
  afterCommit(tx, () => app.jobs.wake(taskWorker));
  return row;
}

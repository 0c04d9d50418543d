import { IsNull, LessThanOrEqual } from "typeorm";
import type { App } from "../context.js";
import { newId } from "../db/ids.js";
import type { Worker } from "../jobs/job-engine.js";
import { readActor } from "../permissions/read-actor.js";
import { Task } from "./task.entity.js";
import { type StepResult, stepSize, type TaskKind } from "./task-kind.js";

/** The worker's name, by which it is woken. */
export const taskWorker = "tasks";

/** A step takes far less; a worker that died is taken over after this. */
const lease = 30_000;
const mostAttempts = 5;

/** Works through tasks step by step, each step in one transaction with its place in the selection. */
export function makeTaskWorker(app: App, kinds: readonly TaskKind[]): Worker {
  const byName = new Map(kinds.map((kind) => [kind.name, kind]));
  return {
    name: taskWorker,
    concurrency: 1,
    sweepEvery: 15_000,
    async work(signal) {
      const task = await claim(app);
      if (!task) return false;
      const kind = byName.get(task.kind);
      if (!kind) throw new Error(`No task kind is called ${task.kind}`);
      await workThrough(app, kind, task, signal);
      return true;
    },
  };
}

/** One task that nobody works on, now owned by this attempt. */
async function claim(app: App): Promise<Task | null> {
  const now = app.clock.now();
  const free = await app.db.read.findOne(Task, {
    where: [
      { state: "RUNNING", leaseUntil: IsNull() },
      { state: "RUNNING", leaseUntil: LessThanOrEqual(now) },
    ],
    order: { id: "ASC" },
  });
  if (!free) return null;
  const unchanged = {
    id: free.id,
    state: free.state,
    attempts: free.attempts,
    leaseOwner: free.leaseOwner ?? IsNull(),
  };
  const mine = { attempts: free.attempts + 1, leaseOwner: newId(), leaseUntil: new Date(now.getTime() + lease) };
  const { affected } = await app.db.tx((tx) => tx.update(Task, unchanged, mine));
  // 0: another process took it, so look again
  return affected === 1 ? { ...free, ...mine } : claim(app);
}

async function workThrough(app: App, kind: TaskKind, claimed: Task, signal: AbortSignal): Promise<void> {
  let task: Task | null = claimed;
  while (task && !signal.aborted) {
    if (task.attempts > mostAttempts || !(await isStillAllowed(app, kind, task))) return end(app, task, fail);
    const ids = await kind.next(app, task);
    if (ids.length > 0) await step(app, kind, task, ids);
    if (ids.length < stepSize) return end(app, task, kind.finish ?? nothingMore);
    task = await app.db.read.findOneBy(Task, { id: task.id, leaseOwner: task.leaseOwner as string });
  }
  // stopping: let the next process go on at once
  if (task) await release(app, task);
}

async function isStillAllowed(app: App, kind: TaskKind, task: Task): Promise<boolean> {
  const actor = await readActor(app.db.read, task.workspaceId, task.createdById);
  return actor !== null && kind.isAllowed(actor);
}

/**
 * The place in the selection moves first, guarded by where it was: a step that had committed before its acknowledgement was
 * lost, or that another worker took over, is not done twice.
 */
async function step(app: App, kind: TaskKind, task: Task, ids: readonly string[]): Promise<void> {
  await app.db.tx(async (tx) => {
    const mine = { id: task.id, state: "RUNNING" as const, leaseOwner: task.leaseOwner as string };
    const moved = await tx.update(
      Task,
      { ...mine, cursor: task.cursor ?? IsNull() },
      { cursor: ids.at(-1) as string, attempts: 0, leaseUntil: new Date(app.clock.now().getTime() + lease) },
    );
    if (moved.affected !== 1) return;
    const { done, refused } = await kind.apply(tx, app, task, ids);
    await tx.increment(Task, mine, "done", done);
    await tx.increment(Task, mine, "refused", refused);
  });
}

const fail = async () => null;
const nothingMore = async (): Promise<StepResult> => ({ done: 0, refused: 0 });

/** Ends the task as what is left to do says, in one transaction with that; guarded as a step is. */
async function end(app: App, task: Task, finish: NonNullable<TaskKind["finish"]>): Promise<void> {
  await app.db.tx(async (tx) => {
    const mine = { id: task.id, state: "RUNNING" as const, leaseOwner: task.leaseOwner as string };
    // what was searched for may be a person's name
    const ended = { state: "DONE" as const, selection: {}, finishedAt: app.clock.now(), leaseUntil: null };
    const { affected } = await tx.update(Task, mine, ended);
    if (affected !== 1) return;
    const last = await finish(tx, app, task);
    const these = { id: task.id };
    await tx.update(Task, these, { leaseOwner: null, ...(!last && { state: "FAILED" as const }) });
    if (last) await tx.increment(Task, these, "done", last.done);
    if (last) await tx.increment(Task, these, "refused", last.refused);
  });
}

async function release(app: App, task: Task): Promise<void> {
  const mine = { id: task.id, leaseOwner: task.leaseOwner as string };
  await app.db.tx((tx) => tx.update(Task, mine, { leaseOwner: null, leaseUntil: null }));
}

import type { Task } from "./task.entity.js";

/** How long a file that a task made can be downloaded, in ms. */
export const fileTime = 24 * 3_600_000;

/** Kinds of tasks that make a file are called so. */
const makesFile = ({ kind }: Pick<Task, "kind">): boolean => kind.startsWith("export_");

/** Whether the task's file is there. */
export const hasFile = (task: Pick<Task, "kind" | "state" | "finishedAt">, now: Date): boolean =>
  makesFile(task) &&
  task.state === "DONE" &&
  task.finishedAt !== null &&
  now.getTime() - task.finishedAt.getTime() < fileTime;

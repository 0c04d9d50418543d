import type { Actor } from "@usher/rules/permissions";
import type { App } from "../context.js";
import type { Tx } from "../db/transaction.js";
import type { Task } from "./task.entity.js";

/** How many a step works on, in one transaction; what is not more is done at once, without a task. */
export const stepSize = 500;

/** How a step ended for those that it was given. */
export interface StepResult {
  done: number;
  refused: number;
}

/** One action on many, handed in by the slice that it belongs to. */
export interface TaskKind {
  /** As tasks store it. */
  readonly name: string;
  /** Whether who began it still may: asked before every step, since a right that was taken bites at once. */
  isAllowed(actor: Actor): boolean;
  /** The next ids, at most `stepSize`: of a selection those behind the task's cursor, ascending; or those that were not worked on yet. */
  next(app: App, task: Task): Promise<string[]>;
  /** Does it to these by guarded statements, a few however many they are. */
  apply(tx: Tx, app: App, task: Task, ids: readonly string[]): Promise<StepResult>;
  /** What is to be done once there are no more, in the transaction that ends the task; null when it cannot be: the task has failed. */
  finish?(tx: Tx, app: App, task: Task): Promise<StepResult | null>;
}

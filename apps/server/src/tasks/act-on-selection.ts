import type { Actor } from "@usher/rules/permissions";
import type { Task as ApiTask } from "@usher/schema/task";
import type { UserError, UserErrorCode } from "@usher/schema/user-error";
import type { AuditActor } from "../audit/record-audit.js";
import type { App, Ctx } from "../context.js";
import { parseId } from "../db/ids.js";
import type { Tx } from "../db/transaction.js";
import { userError } from "../http/user-errors.js";
import { presentTask } from "./present-task.js";
import { nextSelected, readSelection, type Selectable, type SelectionInput } from "./selection.js";
import { startTask } from "./start-task.js";
import type { TaskKind } from "./task-kind.js";

export interface BatchResult {
  changed: number;
  /** Those that it cannot be done to, and why. */
  refused: readonly { id: string; code: UserErrorCode }[];
}

/** What is done to several rows at once, by one call or step by step in the background. */
export interface SelectionAction<Filter, Options extends object = object, Result extends BatchResult = BatchResult> {
  /** As tasks store it. */
  readonly name: string;
  readonly rows: Selectable<Filter>;
  /** Asked before every step in the background: a right that was taken bites at once. */
  isAllowed(actor: Actor): boolean;
  /** By guarded statements, a few however many there are. */
  apply(
    tx: Tx,
    app: App,
    workspaceId: string,
    actor: AuditActor,
    ids: readonly string[],
    options: Options,
  ): Promise<Result>;
}

/** The same action as a task's kind. */
export const taskKindOf = <Filter, Options extends object>(action: SelectionAction<Filter, Options>): TaskKind => ({
  name: action.name,
  isAllowed: action.isAllowed,
  next: (app, task) => nextSelected(action.rows, app, task),
  async apply(tx, app, task, ids) {
    const actor = { kind: "user", userId: task.createdById } as const;
    const { changed, refused } = await action.apply(tx, app, task.workspaceId, actor, ids, task.options as Options);
    return { done: changed, refused: refused.length };
  },
});

export interface Acting<Filter, Options extends object> {
  readonly by: { userId: string; workspaceId: string };
  readonly selection: SelectionInput<Filter>;
  readonly options: Options;
  /** Where the selection stands in the call's input. */
  readonly path?: readonly string[];
  /** Values that all rows have which this caller may touch. */
  readonly within?: object;
  /** Asked in the transaction, before anything is done to so many or a task begins: throws when they are too many. */
  readonly before?: (tx: Tx, count: number) => Promise<void>;
}

export interface SelectionAnswer<Result extends BatchResult = BatchResult> {
  affected: number;
  task: ApiTask | null;
  userErrors: UserError[];
  /** What the action itself answered; null when it was refused, or goes on in the background. */
  result: Result | null;
}

/** All in one transaction when they are few, else as a task. The caller has checked who may. */
export async function actOnSelection<Filter extends object, Options extends object, Result extends BatchResult>(
  ctx: Ctx,
  action: SelectionAction<Filter, Options, Result>,
  { by, selection: input, options, path = [], within, before }: Acting<Filter, Options>,
): Promise<SelectionAnswer<Result>> {
  const { userId, workspaceId } = by;
  const refuse = (code: UserErrorCode, field: readonly string[]): SelectionAnswer<Result> => ({
    affected: 0,
    task: null,
    userErrors: [userError(ctx.language, code, [...path, ...field])],
    result: null,
  });
  const selection = await readSelection(ctx, workspaceId, action.rows, input, { within });
  if ("problem" in selection) return refuse(selection.problem, selection.path);
  if ("stored" in selection) {
    const { stored, total } = selection;
    const begun = { workspaceId, createdById: userId, kind: action.name, selection: stored, options, total };
    const task = await ctx.tx(async (tx) => {
      await before?.(tx, total);
      return startTask(tx, ctx, begun);
    });
    return { affected: 0, task: presentTask(task, ctx.clock.now()), userErrors: [], result: null };
  }
  const result = await ctx.tx(async (tx) => {
    const ids = await selection.pick(tx);
    if (!ids) return null;
    await before?.(tx, ids.length);
    return action.apply(tx, ctx, workspaceId, { kind: "user", userId }, ids, options);
  });
  if (!result) return refuse("SELECTION_CHANGED", ["expectedCount"]);
  const userErrors = refusals(ctx, input.ids, result.refused, path);
  return { affected: result.changed, task: null, userErrors, result };
}

/** Each by its place among the ids; of those that a filter held, each reason once. */
function refusals(
  ctx: Ctx,
  ids: readonly string[] | null | undefined,
  refused: BatchResult["refused"],
  path: readonly string[],
): UserError[] {
  if (!ids) {
    const reasons = [...new Set(refused.map(({ code }) => code))];
    return reasons.map((code) => userError(ctx.language, code, [...path, "filter"]));
  }
  const places = ids.map(parseId);
  return refused.map(({ id, code }) => userError(ctx.language, code, [...path, "ids", places.indexOf(id)]));
}

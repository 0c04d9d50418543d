import type { UserErrorCode } from "@usher/schema/user-error";
import { type FindOptionsWhere, In } from "typeorm";
import type { App, Ctx } from "../context.js";
import { all, compares } from "../db/condition.js";
import { countAll } from "../db/count-list.js";
import { newId, parseId } from "../db/ids.js";
import type { KeysetList } from "../db/keyset-list.js";
import { listCondition } from "../db/list-condition.js";
import { selectIds } from "../db/select-ids.js";
import type { Tx } from "../db/transaction.js";
import { notFound } from "../http/refusals.js";
import type { Task } from "./task.entity.js";
import { stepSize } from "./task-kind.js";

/** More ids than a screen ever holds; for more there is the filter. */
const mostIds = 1_000;

/** What a caller selects: exactly one of ids and filter. */
export interface SelectionInput<Filter> {
  ids?: string[] | null;
  filter?: Filter | null;
  expectedCount?: number | null;
}

interface Row {
  id: string;
  workspaceId: string;
}

/** Rows that can be selected, handed in by the slice that they belong to. */
export interface Selectable<Filter, Selected extends Row = Row> {
  /** What an id is of, for NOT_FOUND. */
  readonly noun: string;
  /** Those that the filter lets through, as they stand at `now`. */
  list(workspaceId: string, now: Date, filter: Filter): KeysetList<Selected>;
}

/** A selection as a task keeps it. */
type StoredSelection<Filter> = { ids: string[] } | { filter: Filter; upTo: string };

export type Selection =
  | { problem: UserErrorCode; path: string[] }
  /** Few enough for one transaction: `pick` answers them, or null when they are not what was confirmed. */
  | { total: number; pick: (tx: Tx) => Promise<string[] | null> }
  /** For the background. */
  | { total: number; stored: object };

interface SelectionLimits {
  /** The values that all rows have which this caller may touch. */
  within?: object;
  /** More than these are for the background. */
  most?: number;
}

/** What the caller selected; NOT_FOUND when an id is not of this workspace, or not among those that the caller may touch. */
export async function readSelection<Filter extends object>(
  ctx: Ctx,
  workspaceId: string,
  rows: Selectable<Filter>,
  { ids, filter, expectedCount }: SelectionInput<Filter>,
  { within = {}, most = stepSize }: SelectionLimits = {},
): Promise<Selection> {
  if (ids && filter) return { problem: "MALFORMED", path: ["filter"] };
  if (ids) return readIds(ctx, workspaceId, rows, ids, { within, most });
  if (!filter) return { problem: "REQUIRED", path: ["ids"] };
  const list = rows.list(workspaceId, ctx.clock.now(), filter);
  const total = await countAll(ctx.read, list);
  if (total !== expectedCount) return { problem: "SELECTION_CHANGED", path: ["expectedCount"] };
  // ids sort by the time of their making, so this one is above all there are
  if (total > most) return { total, stored: { filter, upTo: newId() } satisfies StoredSelection<Filter> };
  return {
    total,
    // read again where it counts: in the transaction that acts on it
    async pick(tx) {
      const found = await selectIds(tx, list.target, listCondition(list), total + 1);
      return found.length === total ? found : null;
    },
  };
}

async function readIds<Filter>(
  ctx: Ctx,
  workspaceId: string,
  rows: Selectable<Filter>,
  raw: readonly string[],
  { within, most }: Required<SelectionLimits>,
): Promise<Selection> {
  if (raw.length === 0) return { problem: "REQUIRED", path: ["ids"] };
  if (raw.length > mostIds) return { problem: "OUT_OF_RANGE", path: ["ids"] };
  const ids = [...new Set(raw.map((id) => knownId(rows.noun, id)))].sort();
  const { target } = rows.list(workspaceId, ctx.clock.now(), {} as Filter);
  const mine: FindOptionsWhere<Row> = { ...within, workspaceId, id: In(ids) };
  if ((await ctx.read.countBy(target, mine)) !== ids.length) throw notFound(rows.noun);
  if (ids.length > most) return { total: ids.length, stored: { ids } satisfies StoredSelection<Filter> };
  return { total: ids.length, pick: async () => ids };
}

function knownId(noun: string, raw: string): string {
  const id = parseId(raw);
  if (id === null) throw notFound(noun);
  return id;
}

/**
 * The next ids of a task's selection, behind its cursor. It is what was selected when it was confirmed: who came later is
 * not in it, whatever the clock has made of it since.
 */
export function nextSelected<Filter>(rows: Selectable<Filter>, app: App, task: Task): Promise<string[]> {
  const selection = task.selection as StoredSelection<Filter>;
  const behind = task.cursor ?? "";
  if ("ids" in selection) return Promise.resolve(selection.ids.filter((id) => id > behind).slice(0, stepSize));
  const { filter, upTo } = selection;
  const list = rows.list(task.workspaceId, task.createdAt, filter);
  const place = task.cursor === null ? [] : [compares("id", ">", task.cursor)];
  const selected = all(listCondition(list), compares("id", "<=", upTo), ...place);
  return selectIds(app.db.read, list.target, selected, stepSize);
}

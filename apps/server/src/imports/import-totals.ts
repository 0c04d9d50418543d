import type { PersonCounts } from "@usher/schema/person";
import type { EntityManager } from "typeorm";
import type { Ctx } from "../context.js";

/** What the chunks of an import add up to. */
export interface ImportTotals {
  stagedRows: number;
  doneRows: number;
  emptyRows: number;
  /** Of chunks that are done. */
  done: PersonCounts;
  /** Of all chunks, as planned or done. */
  planned: PersonCounts;
}

const outcomes = ["invited", "created", "updated", "addedToGroups", "unchanged", "rejected"] as const;
const columns = ["invited", "created", "updated", "added_to_groups", "unchanged", "rejected"] as const;

export const noTotals = (): ImportTotals => ({
  stagedRows: 0,
  doneRows: 0,
  emptyRows: 0,
  done: countsOf({}, "done"),
  planned: countsOf({}, "all"),
});

/** Adds up the chunks, all imports in one query. The counts lie in the chunks, where nobody fights over them. */
export async function readTotals(
  read: EntityManager,
  importIds: readonly string[],
): Promise<Map<string, ImportTotals>> {
  const isDone = "CASE WHEN state = 'DONE' THEN 1 ELSE 0 END";
  const sums = columns.flatMap((column, i) => [
    `SUM(${column}) AS all_${outcomes[i]}`,
    `SUM(${column} * ${isDone}) AS done_${outcomes[i]}`,
  ]);
  const rows: Record<string, unknown>[] = await read.query(
    `SELECT import_id, SUM(row_count) AS staged, SUM(row_count * ${isDone}) AS done, SUM(${"`empty`"}) AS empty_rows, ${sums.join(", ")} ` +
      `FROM import_chunks WHERE import_id IN (${importIds.map(() => "?").join(", ")}) GROUP BY import_id`,
    [...importIds],
  );
  return new Map(
    rows.map((row) => [
      row.import_id as string,
      {
        stagedRows: Number(row.staged),
        doneRows: Number(row.done),
        emptyRows: Number(row.empty_rows),
        done: countsOf(row, "done"),
        planned: countsOf(row, "all"),
      },
    ]),
  );
}

/** MariaDB answers sums as text. */
function countsOf(row: Record<string, unknown>, which: "done" | "all"): PersonCounts {
  const counts = { invited: 0, created: 0, updated: 0, addedToGroups: 0, unchanged: 0, rejected: 0, total: 0 };
  for (const outcome of outcomes) {
    counts[outcome] = Number(row[`${which}_${outcome}`] ?? 0);
    counts.total += counts[outcome];
  }
  return counts;
}

const loader = (ctx: Ctx) =>
  ctx.loaders.named<string, ImportTotals>("import totals", async (ids) => {
    const totals = await readTotals(ctx.read, ids);
    return ids.map((id) => totals.get(id) ?? noTotals());
  });

/** The totals of one import, added up once for all who ask at the same moment. */
export function totalsOf(ctx: Ctx, importId: string): Promise<ImportTotals> {
  const totals = loader(ctx);
  // not kept: a later operation of the same request has changed them
  queueMicrotask(() => totals.clear(importId));
  return totals.load(importId);
}

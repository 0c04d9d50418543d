import type { App } from "../context.js";
import type { Tx } from "../db/transaction.js";
import { todayIn } from "../workspaces/today.js";
import { Workspace } from "../workspaces/workspace.entity.js";
import { DayCount, type OnboardingStep } from "./day-count.entity.js";

/** So many rows share a day's count: transactions side by side rarely wait for the same one. */
const shards = 8;

/** One for each transaction: two of them that count twice never hold a row each that the other waits for. */
const shardOf = new WeakMap<Tx, number>();
let latest = 0;

/**
 * Counts how many people came how far, on the day that it is in the workspace. One statement; the last of its transaction,
 * since everyone of the same day and shard waits for its end.
 */
export async function countDay(
  tx: Tx,
  app: Pick<App, "clock">,
  workspaceId: string,
  people: Partial<Record<OnboardingStep, number>>,
): Promise<void> {
  // in one order, whoever counts several steps at once
  const steps = Object.entries(people)
    .filter(([, count]) => count > 0)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  if (steps.length === 0) return;
  const { timeZone } = await tx.findOneOrFail(Workspace, {
    where: { id: workspaceId },
    select: { id: true, timeZone: true },
  });
  const day = todayIn(timeZone, app.clock.now());
  const shard = shardOf.get(tx) ?? latest++ % shards;
  shardOf.set(tx, shard);
  const { tablePath } = tx.connection.getMetadata(DayCount);
  const add =
    tx.connection.options.type === "better-sqlite3"
      ? "ON CONFLICT (workspace_id, day, step, shard) DO UPDATE SET people = people + excluded.people"
      : "ON DUPLICATE KEY UPDATE people = people + VALUES(people)";
  await tx.query(
    `INSERT INTO ${tx.connection.driver.escape(tablePath)} (workspace_id, day, step, shard, people) ` +
      `VALUES ${steps.map(() => "(?, ?, ?, ?, ?)").join(", ")} ${add}`,
    steps.flatMap(([step, count]) => [workspaceId, day, step, shard, count]),
  );
}

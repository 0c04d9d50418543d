import { In } from "typeorm";
import type { App } from "../context.js";
import { bulkUpdate } from "../db/bulk-update.js";
import { all, compares, equals } from "../db/condition.js";
import { newId } from "../db/ids.js";
import { selectIds } from "../db/select-ids.js";
import type { Tx } from "../db/transaction.js";
import { startTask } from "../tasks/start-task.js";
import { stepSize, type TaskKind } from "../tasks/task-kind.js";
import { Invitation } from "./invitation.entity.js";
import { nextReminder, type ReminderPlan, readReminderPlan } from "./reminder-plan.js";

const name = "reschedule_reminders";
/** Time to think better of it: a new setting mails nobody at once. */
const grace = 60 * 60_000;

/** Lets a new setting reach the invitations that are open, step by step in the background (F19). */
export const rescheduleReminders = (
  tx: Tx,
  app: Pick<App, "clock" | "jobs">,
  { workspaceId, userId }: { workspaceId: string; userId: string },
) =>
  startTask(tx, app, {
    workspaceId,
    createdById: userId,
    kind: name,
    selection: { upTo: newId() },
    options: {},
    total: 0,
  });

export const rescheduleTaskKind: TaskKind = {
  name,
  // the setting is made; who made it may be gone since
  isAllowed: () => true,
  next(app, { workspaceId, cursor, selection }) {
    const open = all(equals("workspaceId", workspaceId), equals("status", "PENDING"));
    const place = cursor === null ? [] : [compares("id", ">", cursor)];
    const { upTo } = selection as { upTo: string };
    return selectIds(app.db.read, Invitation, all(open, compares("id", "<=", upTo), ...place), stepSize);
  },
  async apply(tx, app, { workspaceId }, ids) {
    const now = app.clock.now();
    const open = { workspaceId, id: In([...ids]), status: "PENDING" as const };
    // first, so that the rows are ours
    await tx.update(Invitation, open, { updatedAt: now });
    const plan = await readReminderPlan(tx, workspaceId);
    const rows = await tx.find(Invitation, {
      where: open,
      select: {
        id: true,
        lastSentAt: true,
        expiresAt: true,
        remindersSent: true,
        deliveryState: true,
        nextReminderAt: true,
      },
    });
    const changes = rows.flatMap((row) => {
      const nextReminderAt = rescheduled(row, plan, now);
      const isSame = nextReminderAt?.getTime() === row.nextReminderAt?.getTime();
      return isSame ? [] : [{ id: row.id, values: { nextReminderAt } }];
    });
    await bulkUpdate(tx, Invitation, workspaceId, changes);
    return { done: changes.length, refused: 0 };
  },
};

type Row = Pick<Invitation, "lastSentAt" | "expiresAt" | "remindersSent" | "deliveryState">;

/** As if the setting had been so from the mail on, but never before there was time to take it back. */
function rescheduled({ lastSentAt, expiresAt, remindersSent, deliveryState }: Row, plan: ReminderPlan, now: Date) {
  const isReached = deliveryState === "SENT" || deliveryState === "QUEUED";
  if (!isReached || !lastSentAt) return null;
  const { reminderAfterDays } = plan;
  const from = new Date(lastSentAt.getTime() + remindersSent * reminderAfterDays * 24 * 60 * 60_000);
  const due = nextReminder(plan, { sentAt: from, expiresAt, sent: remindersSent });
  const earliest = new Date(now.getTime() + grace);
  if (!due || due >= earliest) return due;
  return earliest < expiresAt ? earliest : null;
}

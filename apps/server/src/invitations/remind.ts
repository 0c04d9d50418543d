import { In, LessThanOrEqual } from "typeorm";
import type { App } from "../context.js";
import { groupBy } from "../db/group-by.js";
import type { Tx } from "../db/transaction.js";
import type { Worker } from "../jobs/job-engine.js";
import { makeLinks } from "../links/make-links.js";
import { enqueueMail } from "../mail/enqueue-mail.js";
import { Invitation } from "./invitation.entity.js";
import { statusOf } from "./invitation-status.js";
import { reminderMail } from "./reminder-mail.js";
import { nextReminder, type ReminderPlan, readReminderPlan } from "./reminder-plan.js";

type Reminds = Pick<App, "clock" | "config" | "db" | "jobs" | "secrets">;

const batchSize = 200;
const minute = 60_000;

/** Sends the reminders that are due (F19), a batch at a time; of several workers one gets each invitation. */
export function makeReminderWorker(app: Reminds): Worker {
  return {
    name: "reminders",
    concurrency: 1,
    sweepEvery: minute,
    async work() {
      if (app.config.mail.delivery === "NONE") return false;
      const due = await app.db.read.find(Invitation, {
        where: { nextReminderAt: LessThanOrEqual(app.clock.now()) },
        select: { id: true, workspaceId: true },
        order: { nextReminderAt: "ASC", id: "ASC" },
        take: batchSize,
      });
      for (const [workspaceId, rows] of groupBy(due, (row) => row.workspaceId)) {
        const ids = rows.map(({ id }) => id);
        await app.db.tx((tx) => remind(tx, app, workspaceId, ids));
      }
      return due.length === batchSize;
    },
  };
}

async function remind(tx: Tx, app: Reminds, workspaceId: string, ids: readonly string[]): Promise<void> {
  const now = app.clock.now();
  const due = { workspaceId, id: In([...ids]), nextReminderAt: LessThanOrEqual(now) };
  // first, so that the rows are ours: whom another worker has reminded since is not due any more
  await tx.update(Invitation, due, { updatedAt: now });
  const plan = await readReminderPlan(tx, workspaceId);
  const rows = groupBy(await tx.findBy(Invitation, due), (row) => fateOf(row, plan, now));
  const later = new Date(now.getTime() + 60 * minute);
  const idsOf = (fate: Fate) => In((rows.get(fate) ?? []).map(({ id }) => id));
  await tx.update(Invitation, { id: idsOf("over") }, { nextReminderAt: null });
  await tx.update(Invitation, { id: idsOf("wait") }, { nextReminderAt: later });
  const reminded = rows.get("remind") ?? [];
  const next = (row: Invitation) =>
    nextReminder(plan, { sentAt: now, expiresAt: row.expiresAt, sent: row.remindersSent + 1 });
  for (const [nextReminderAt, alike] of groupBy(reminded, (row) => next(row)?.getTime() ?? null)) {
    await tx.update(
      Invitation,
      { id: In(alike.map(({ id }) => id)) },
      {
        remindersSent: () => "reminders_sent + 1",
        nextReminderAt: nextReminderAt === null ? null : new Date(nextReminderAt),
        deliveryState: "QUEUED",
      },
    );
  }
  await linkAndMail(tx, app, reminded);
}

type Fate = "remind" | "wait" | "over";

/** Nobody is reminded who has joined, was withdrawn, whose link ended or whose mail came back; whoever has no mail yet waits. */
function fateOf(invitation: Invitation, plan: ReminderPlan, now: Date): Fate {
  const { deliveryState, remindersSent } = invitation;
  if (statusOf(invitation, now) !== "PENDING" || remindersSent >= plan.reminderCount) return "over";
  if (deliveryState === "QUEUED") return "wait";
  return deliveryState === "SENT" ? "remind" : "over";
}

/** A further link with the same expiry: the one that the person has goes on working. */
async function linkAndMail(tx: Tx, app: Reminds, invitations: readonly Invitation[]): Promise<void> {
  const secrets = await makeLinks(
    tx,
    app,
    invitations.map(({ workspaceId, id, generation, expiresAt }) => ({
      workspaceId,
      purpose: "INVITATION",
      subjectId: id,
      generation,
      expiresAt,
    })),
  );
  await enqueueMail(
    tx,
    app,
    invitations.map((invitation, i) => reminderMail(invitation, secrets[i] as string)),
  );
}

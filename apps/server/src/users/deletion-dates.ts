import { type EntityManager, In, IsNull, LessThanOrEqual, Not } from "typeorm";
import type { App } from "../context.js";
import type { Worker } from "../jobs/job-engine.js";
import { enqueueMail } from "../mail/enqueue-mail.js";
import { OutboxMail } from "../mail/outbox-mail.entity.js";
import { stepSize } from "../tasks/task-kind.js";
import { addDays, todayIn } from "../workspaces/today.js";
import { Workspace } from "../workspaces/workspace.entity.js";
import { deleteBatch } from "./delete-batch.js";
import { deletionNoticeKind, deletionNoticeMail } from "./deletion-notice-mail.js";
import { holdUsers } from "./hold-users.js";
import { User } from "./user.entity.js";

/** The worker's name, by which it is woken when a date is set. */
export const deletionDateWorker = "deletion-dates";

/** How many days before a deletion is announced; at once when it is nearer. */
const noticeDays = 7;

const bySystem = { kind: "system", userId: null } as const;

/**
 * Announces deletions a week before and deletes on the day, in the workspace's time zone (F48). A bounded piece at a time;
 * of several processes one does it, since each looks again once it holds the rows.
 */
export function makeDeletionDateWorker(app: App): Worker {
  return {
    name: deletionDateWorker,
    concurrency: 1,
    sweepEvery: 5 * 60_000,
    async work(signal) {
      const workspaces = await app.db.read.find(Workspace, { select: { id: true, timeZone: true } });
      let isMore = false;
      for (const { id, timeZone } of workspaces) {
        if (signal.aborted) return false;
        const today = todayIn(timeZone, app.clock.now());
        const announced = await announce(app, id, addDays(today, noticeDays));
        const deleted = await deleteDue(app, id, today);
        isMore ||= announced || deleted;
      }
      return isMore;
    },
  };
}

/** The next ones whose deletion comes so soon and was not announced for its day; answers whether there may be more. */
async function announce(app: App, workspaceId: string, until: string): Promise<boolean> {
  const near = { workspaceId, userType: Not("FOUNDER" as const), deletionDate: LessThanOrEqual(until) };
  const rows = await app.db.read
    .createQueryBuilder(User, "user")
    .select("user.id", "id")
    .where(near)
    .andWhere("(user.deletionAnnouncedFor IS NULL OR user.deletionAnnouncedFor <> user.deletionDate)")
    .orderBy("user.deletionDate")
    .addOrderBy("user.id")
    .limit(stepSize)
    .getRawMany<{ id: string }>();
  if (rows.length === 0) return false;
  await app.db.tx(async (tx) => {
    const { users } = await holdUsers(
      tx,
      workspaceId,
      rows.map(({ id }) => id),
    );
    const unannounced = users.filter(
      ({ deletionDate, deletionAnnouncedFor }) =>
        deletionDate !== null && deletionDate <= until && deletionDate !== deletionAnnouncedFor,
    );
    if (unannounced.length === 0) return;
    const these = { workspaceId, id: In(unannounced.map(({ id }) => id)) };
    await tx.update(User, these, { deletionAnnouncedFor: () => "deletion_date" });
    await enqueueMail(
      tx,
      app,
      unannounced.flatMap((user) => deletionNoticeMail(workspaceId, user)),
    );
  });
  return rows.length === stepSize;
}

/** The next ones whose day has come; answers whether there may be more. */
async function deleteDue(app: App, workspaceId: string, today: string): Promise<boolean> {
  const { read } = app.db;
  const founder = { userType: Not("FOUNDER" as const), deletionAnnouncedFor: Not(IsNull()) };
  const due = await read.find(User, {
    select: { id: true, deletionDate: true },
    where: { workspaceId, ...founder, deletionDate: LessThanOrEqual(today) },
    order: { deletionDate: "ASC", id: "ASC" },
    take: stepSize,
  });
  const waiting = await stillTold(read, due);
  const ids = due
    .filter(({ id, deletionDate }) => (deletionDate ?? "") < today || !waiting.has(id))
    .map(({ id }) => id);
  if (ids.length === 0) return false;
  const isDue = ({ deletionDate, deletionAnnouncedFor }: Pick<User, "deletionDate" | "deletionAnnouncedFor">) =>
    deletionDate !== null && deletionDate <= today && deletionDate === deletionAnnouncedFor;
  await app.db.tx((tx) => deleteBatch(tx, app, workspaceId, bySystem, ids, isDue));
  return due.length === stepSize;
}

/** Whose announcement waits to be sent: on the day itself it goes out first. */
async function stillTold(read: EntityManager, users: readonly { id: string }[]): Promise<Set<string>> {
  if (users.length === 0) return new Set();
  const mails = await read.find(OutboxMail, {
    select: { subjectId: true },
    where: { subjectId: In(users.map(({ id }) => id)), kind: deletionNoticeKind, state: "QUEUED" },
  });
  return new Set(mails.map(({ subjectId }) => subjectId));
}

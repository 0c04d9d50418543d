import { type EntityManager, LessThanOrEqual } from "typeorm";
import { OutboxMail } from "./outbox-mail.entity.js";

const most = 1_000;

/** The mails that are due and not sent: how many, counted to 1,000, and for how many seconds the first of them has been due. */
export async function mailBacklog(read: EntityManager, now: Date): Promise<{ mails: number; seconds: number }> {
  const due = await read.find(OutboxMail, {
    select: { id: true, dueAt: true },
    where: { state: "QUEUED", dueAt: LessThanOrEqual(now) },
    order: { dueAt: "ASC" },
    take: most,
  });
  const [first] = due;
  return { mails: due.length, seconds: first ? (now.getTime() - first.dueAt.getTime()) / 1000 : 0 };
}

import { In, LessThan } from "typeorm";
import type { App } from "../context.js";
import type { Worker } from "../jobs/job-engine.js";
import { inboxTime } from "./inbox.js";
import { InboxMail } from "./inbox-mail.entity.js";
import { OutboxMail } from "./outbox-mail.entity.js";

const hour = 3_600_000;
const outboxTime = 90 * 24 * hour;
const deletedTogether = 500;

/** Ends the inbox's mails after 24 hours and what is left of settled mails after 90 days, a bounded piece at a time. */
export function makeClearingWorker(app: Pick<App, "clock" | "db">): Worker {
  const before = (time: number) => LessThan(new Date(app.clock.now().getTime() - time));
  return {
    name: "clear-old-mails",
    concurrency: 1,
    sweepEvery: hour / 6,
    async work() {
      const { read, tx } = app.db;
      const inbox = await read.find(InboxMail, {
        where: { createdAt: before(inboxTime) },
        select: { id: true },
        take: deletedTogether,
      });
      const outbox = await read.find(OutboxMail, {
        where: {
          state: In(["SENT", "FAILED", "BOUNCED", "SUPPRESSED"]),
          // a mail is never settled before it is due: this bound lets the index find the old ones
          dueAt: before(outboxTime),
          stateAt: before(outboxTime),
        },
        select: { id: true },
        take: deletedTogether,
      });
      if (inbox.length > 0) await tx((t) => t.delete(InboxMail, { id: In(inbox.map(({ id }) => id)) }));
      if (outbox.length > 0) await tx((t) => t.delete(OutboxMail, { id: In(outbox.map(({ id }) => id)) }));
      return inbox.length === deletedTogether || outbox.length === deletedTogether;
    },
  };
}

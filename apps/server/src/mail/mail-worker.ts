import type { App } from "../context.js";
import type { Worker } from "../jobs/job-engine.js";
import { claimMails } from "./claim-mails.js";
import { leaseBatch } from "./lease-batch.js";
import type { MailKind } from "./mail-kind.js";
import type { MailRoute } from "./mail-route.js";
import { writeLetters } from "./write-letters.js";

const batchSize = 200;

/** Sends what is due in the outbox. Any number may work side by side, in one process or in many. */
export function makeMailWorker(
  app: Pick<App, "clock" | "config" | "db" | "log" | "mails" | "secrets">,
  kinds: readonly MailKind[],
  route: MailRoute,
): Worker {
  const byName = new Map(kinds.map((kind) => [kind.name, kind]));
  return {
    name: "mail",
    // while one waits for the database the other keeps the mail server busy
    concurrency: 2,
    sweepEvery: 5_000,
    async work(signal) {
      if (signal.aborted || !route.isOpen()) return false;
      const claim = await claimMails(app, batchSize);
      if (!claim) return false;
      const batch = leaseBatch(app, byName, claim, signal);
      try {
        const { letters, settled } = await writeLetters(app, byName, claim.mails);
        for (const { row, outcome } of settled) await batch.report({ row }, outcome);
        await route.deliver(letters, batch);
      } finally {
        await batch.close();
      }
      return route.isOpen();
    },
  };
}

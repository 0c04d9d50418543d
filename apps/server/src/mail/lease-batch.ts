import { setTimeout as delay } from "node:timers/promises";
import type { App } from "../context.js";
import { type Claim, releaseMails, renewLease } from "./claim-mails.js";
import type { MailKinds } from "./mail-kind.js";
import type { Batch } from "./mail-route.js";
import { type Result, recordOutcomes } from "./record-outcomes.js";

/** Outcomes are stored together: a killed process repeats what it had sent in that time, and no more than so many. */
const storedTogether = 100;
const storedAfter = 250;

/** A sending that has begun ends within this time, one way or the other: well within a lease. */
export const sendingTime = 2 * 60_000;

/** The batch of one claim: knows what is still its own, stores outcomes as they come, gives back the rest. */
export function leaseBatch(
  app: Pick<App, "clock" | "db" | "log">,
  kinds: MailKinds,
  claim: Claim,
  signal: AbortSignal,
) {
  const open = new Set(claim.mails.map(({ id }) => id));
  let waiting: Result[] = [];
  let waitingSince = 0;
  let renewing: Promise<void> | undefined;

  const now = () => app.clock.now().getTime();

  async function renew(): Promise<void> {
    const mine = await renewLease(app, claim, [...open]);
    for (const id of open) if (!mine.has(id)) open.delete(id);
  }

  async function store(): Promise<void> {
    const results = waiting;
    waiting = [];
    if (results.length === 0) return;
    for (let wait = 500; ; wait = Math.min(10_000, wait * 2)) {
      try {
        return await recordOutcomes(app, kinds, claim, results);
      } catch (error) {
        // these mails are out: not to know it would send them twice, so nothing goes on before the database is back
        if (signal.aborted) throw error;
        app.log.error({ err: error }, "what became of mails could not be stored; trying again");
        await delay(wait);
      }
    }
  }

  return {
    async mayStart({ row }) {
      if (signal.aborted) return false;
      if (claim.until.getTime() - now() < sendingTime) {
        renewing ??= renew().finally(() => {
          renewing = undefined;
        });
        await renewing;
      }
      return open.has(row.id);
    },
    async report({ row }, outcome) {
      open.delete(row.id);
      if (waiting.length === 0) waitingSince = now();
      waiting.push({ row, outcome });
      if (waiting.length >= storedTogether || now() - waitingSince >= storedAfter) await store();
    },
    /** Stores what is left to store and releases what was not tried. */
    async close(): Promise<void> {
      await store();
      await releaseMails(app, claim, [...open]);
    },
  } satisfies Batch & { close(): Promise<void> };
}

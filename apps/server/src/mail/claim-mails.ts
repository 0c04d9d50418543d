import { In } from "typeorm";
import type { App } from "../context.js";
import { newId } from "../db/ids.js";
import { OutboxMail } from "./outbox-mail.entity.js";

/** Much longer than one sending may take: whoever holds the lease has time to finish before another may begin. */
export const leaseTime = 5 * 60_000;

/** Rows that are this attempt's alone until `until`. */
export interface Claim {
  readonly token: string;
  readonly mails: readonly OutboxMail[];
  until: Date;
}

const isFree = "(lease_until IS NULL OR lease_until <= :now)";
// a claim whose commit was acknowledged to nobody runs again: its own lease must not look like somebody else's
const isFreeOrMine = "(lease_until IS NULL OR lease_until <= :now OR lease_owner = :token)";

/** Takes up to `limit` mails that are due, oldest first; null when there are none. Of several workers one gets each row. */
export async function claimMails(app: Pick<App, "clock" | "db">, limit: number): Promise<Claim | null> {
  const now = app.clock.now();
  const due = await app.db.read
    .createQueryBuilder(OutboxMail, "mail")
    .select("mail.id", "id")
    .where("state = 'QUEUED' AND due_at <= :now", { now })
    .andWhere(isFree)
    .orderBy("due_at")
    .limit(limit)
    .getRawMany<{ id: string }>();
  if (due.length === 0) return null;
  const token = newId();
  const until = new Date(now.getTime() + leaseTime);
  const mails = await app.db.tx(async (tx) => {
    await tx
      .createQueryBuilder()
      .update(OutboxMail)
      .set({ leaseOwner: token, leaseUntil: until })
      .where("id IN (:...ids) AND state = 'QUEUED' AND due_at <= :now", { ids: due.map(({ id }) => id), now })
      .andWhere(isFreeOrMine, { token })
      .updateEntity(false)
      .execute();
    return tx.findBy(OutboxMail, { id: In(due.map(({ id }) => id)), leaseOwner: token });
  });
  return { token, mails, until };
}

/** Prolongs the lease of these rows of the claim; answers which of them are still its own. */
export async function renewLease(
  app: Pick<App, "clock" | "db">,
  claim: Claim,
  ids: readonly string[],
): Promise<Set<string>> {
  const until = new Date(app.clock.now().getTime() + leaseTime);
  const mine = await app.db.tx(async (tx) => {
    const own = { id: In([...ids]), leaseOwner: claim.token };
    await tx.update(OutboxMail, own, { leaseUntil: until });
    return tx.find(OutboxMail, { where: own, select: { id: true } });
  });
  claim.until = until;
  return new Set(mine.map(({ id }) => id));
}

/** Gives rows back that were not tried, for anyone to take. */
export async function releaseMails(app: Pick<App, "db">, claim: Claim, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await app.db.tx((tx) =>
    tx.update(OutboxMail, { id: In([...ids]), leaseOwner: claim.token }, { leaseOwner: null, leaseUntil: null }),
  );
}

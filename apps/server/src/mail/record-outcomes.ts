import type { App } from "../context.js";
import type { Tx } from "../db/transaction.js";
import type { Claim } from "./claim-mails.js";
import { OutboxMail } from "./outbox-mail.entity.js";
import type { Outcome } from "./outcome.js";

export interface Result {
  id: string;
  outcome: Outcome;
}

/**
 * Stores what became of mails and ends their lease: one statement for all that fared alike, however many they are.
 * A row that another attempt has taken over meanwhile is left to that one.
 */
export async function recordOutcomes(
  app: Pick<App, "clock" | "db">,
  claim: Pick<Claim, "token">,
  results: readonly Result[],
): Promise<void> {
  const now = app.clock.now();
  const alike = new Map<string, Result[]>();
  for (const result of results) {
    const { state, tried } = result.outcome;
    const dueAt = result.outcome.state === "QUEUED" ? result.outcome.dueAt.getTime() : "";
    const key = `${state} ${tried} ${dueAt}`;
    const group = alike.get(key);
    if (group) group.push(result);
    else alike.set(key, [result]);
  }
  await app.db.tx(async (tx) => {
    for (const group of alike.values()) await recordAlike(tx, claim.token, group, now);
  });
}

async function recordAlike(tx: Tx, token: string, group: readonly Result[], now: Date): Promise<void> {
  const outcome = (group[0] as Result).outcome;
  const cases = group.map((_, i) => `WHEN :id${i} THEN :answer${i}`).join(" ");
  const values = Object.fromEntries(
    group.flatMap(({ id, outcome: { answer } }, i) => [
      [`id${i}`, id],
      [`answer${i}`, answer],
    ]),
  );
  await tx
    .createQueryBuilder()
    .update(OutboxMail)
    .set({
      state: outcome.state,
      serverAnswer: () => `CASE id ${cases} END`,
      leaseOwner: null,
      leaseUntil: null,
      ...(outcome.tried && { attempts: () => "attempts + 1" }),
      // the secret has done its work, or nobody needs it any more; a retry reuses it
      ...(outcome.state === "QUEUED" ? { dueAt: outcome.dueAt } : { sealedSecret: null, stateAt: now }),
    })
    .where("id IN (:...ids) AND lease_owner = :token", { ids: group.map(({ id }) => id), token })
    .setParameters(values)
    .updateEntity(false)
    .execute();
}

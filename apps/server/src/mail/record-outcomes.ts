import { In } from "typeorm";
import type { App } from "../context.js";
import { groupBy } from "../db/group-by.js";
import type { Tx } from "../db/transaction.js";
import type { Claim } from "./claim-mails.js";
import type { MailKinds, SettledMail } from "./mail-kind.js";
import { OutboxMail } from "./outbox-mail.entity.js";
import type { Outcome } from "./outcome.js";
import { tellKinds } from "./tell-kinds.js";

export interface Result {
  row: OutboxMail;
  outcome: Outcome;
}

/**
 * Stores what became of mails and ends their lease: one statement for all that fared alike, however many they are. Those
 * that are settled are told to their kinds. A row that another attempt has taken over meanwhile is left to that one.
 */
export async function recordOutcomes(
  app: Pick<App, "clock" | "db">,
  kinds: MailKinds,
  claim: Pick<Claim, "token">,
  results: readonly Result[],
): Promise<void> {
  const now = app.clock.now();
  const alike = groupBy(results, ({ outcome }) => {
    const dueAt = outcome.state === "QUEUED" ? outcome.dueAt.getTime() : "";
    return `${outcome.state} ${outcome.tried} ${dueAt}`;
  });
  await app.db.tx(async (tx) => {
    const settled: SettledMail[] = [];
    for (const group of alike.values()) settled.push(...(await recordAlike(tx, claim.token, group, now)));
    await tellKinds(tx, app, kinds, settled);
  });
}

async function recordAlike(
  tx: Tx,
  token: string,
  group: readonly [Result, ...Result[]],
  now: Date,
): Promise<SettledMail[]> {
  const { outcome } = group[0];
  const ids = group.map(({ row }) => row.id);
  const cases = group.map((_, i) => `WHEN :id${i} THEN :answer${i}`).join(" ");
  const values = Object.fromEntries(
    group.flatMap(({ row, outcome: { answer } }, i) => [
      [`id${i}`, row.id],
      [`answer${i}`, answer],
    ]),
  );
  const { affected } = await tx
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
    .where("id IN (:...ids) AND lease_owner = :token", { ids, token })
    .setParameters(values)
    .updateEntity(false)
    .execute();
  const { state } = outcome;
  if (state === "QUEUED") return [];
  const stored = affected === ids.length ? null : await readStored(tx, ids, state);
  return group.filter(({ row }) => stored?.has(row.id) ?? true).map(({ row }) => ({ row, state }));
}

/** Those of which this is true now, whoever stored it: the others are still somebody's to send. */
async function readStored(tx: Tx, ids: readonly string[], state: SettledMail["state"]): Promise<Set<string>> {
  const rows = await tx.find(OutboxMail, { where: { id: In([...ids]), state }, select: { id: true } });
  return new Set(rows.map(({ id }) => id));
}

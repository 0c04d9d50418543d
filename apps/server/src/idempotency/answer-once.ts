import type { EntityManager } from "typeorm";
import type { App } from "../context.js";
import { bulkInsert } from "../db/bulk-insert.js";
import type { Tx } from "../db/transaction.js";
import { IdempotentAnswer } from "./idempotent-answer.entity.js";

/** One call, as its maker names it. */
export interface CallKey {
  readonly workspaceId: string;
  readonly actorId: string;
  readonly operation: string;
  readonly key: string;
  readonly inputHash: string;
}

/** What was answered the first time; "other" when the key belongs to another input; null when the call is new. */
export async function earlierAnswer<Answer>(
  from: EntityManager,
  { inputHash, ...call }: CallKey,
): Promise<{ answer: Answer } | "other" | null> {
  const stored = await from.findOneBy(IdempotentAnswer, call);
  if (!stored) return null;
  return stored.inputHash === inputHash ? { answer: stored.answer as Answer } : "other";
}

/**
 * Takes the key in the transaction that does the work, before the work: a parallel call with the same key waits here, then
 * meets a key conflict. The answer is put in by `storeAnswer` before the end.
 */
export async function claimKey(tx: Tx, app: Pick<App, "clock">, call: CallKey): Promise<void> {
  await bulkInsert(tx, IdempotentAnswer, [{ ...call, answer: {}, createdAt: app.clock.now() }]);
}

/** `answer` without secrets: it is kept for 24 hours. */
export async function storeAnswer(tx: Tx, { inputHash, ...call }: CallKey, answer: object): Promise<void> {
  await tx.update(IdempotentAnswer, { ...call, inputHash }, { answer });
}

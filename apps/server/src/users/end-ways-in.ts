import { In, MoreThan } from "typeorm";
import type { App } from "../context.js";
import { readByKeys } from "../db/read-by-keys.js";
import type { Tx } from "../db/transaction.js";
import { readActors, rightsOf } from "../permissions/read-actor.js";
import { holdingMoreThan } from "./holding-more.js";
import { User } from "./user.entity.js";

type Waiting = Pick<User, "generation" | "temporaryUntil">;

/** Nothing was sent that could still open it, and there is nothing to look at. */
const nothingSent = { activationExpiresAt: null, deliveryState: null, attention: null, newLinkAskedAt: null } as const;

/**
 * What an account that waits for its owner is set to, so that nothing that was mailed or handed over opens it any more: neither a link nor
 * a temporary password. An activation mail leads in again.
 */
export const endWaysIn = ({ generation, temporaryUntil }: Waiting, now: Date) => ({
  generation: generation + 1,
  temporaryUntil: temporaryUntil && (temporaryUntil < now ? temporaryUntil : now),
  ...nothingSent,
});

/**
 * Ends the ways into those of these accounts that nobody has activated yet and that hold more now than who made them. A creator may
 * know a link or password of theirs, and would activate more than they could create (F57). For whoever has just been given
 * something, in the same transaction; a few statements, however many they are.
 */
export async function endWaysInBeyondCreators(
  tx: Tx,
  app: Pick<App, "clock">,
  workspaceId: string,
  userIds: readonly string[],
): Promise<void> {
  const properties = ["id", "userType", "status", "createdById"] as const;
  const users = await readByKeys(tx, User, properties, workspaceId, "id", userIds, { lock: true });
  const waiting = users.filter(({ status, createdById }) => status === "PENDING" && createdById !== null);
  if (waiting.length === 0) return;
  const creatorIds = new Set(waiting.map(({ createdById }) => createdById as string));
  const creators = await readActors(tx, workspaceId, [...creatorIds]);
  const creatorOf = ({ createdById }: (typeof waiting)[number]) => {
    const creator = creators.get(createdById as string);
    return creator ? rightsOf(creator) : null;
  };
  const beyond = await holdingMoreThan(tx, workspaceId, waiting, creatorOf);
  if (beyond.size === 0) return;
  const now = app.clock.now();
  const these = { workspaceId, id: In([...beyond]) };
  await tx.update(User, { ...these, temporaryUntil: MoreThan(now) }, { temporaryUntil: now });
  await tx.update(User, these, { ...nothingSent, generation: () => "generation + 1", updatedAt: now });
}

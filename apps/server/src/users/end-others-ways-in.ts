import type { App } from "../context.js";
import type { Tx } from "../db/transaction.js";
import { endWaysIn } from "./end-ways-in.js";
import { holdingMore } from "./holding-more.js";
import { User } from "./user.entity.js";

/** What has to be read of an account, and held, before it comes to hold more. */
export const waysInProperties = [
  "id",
  "workspaceId",
  "userType",
  "status",
  "createdById",
  "generation",
  "temporaryUntil",
] as const satisfies (keyof User)[];

type Holder = Pick<User, (typeof waysInProperties)[number]>;

/**
 * Ends what others may know of an account that has just come to hold more than they do (F57). Of one that waits for its owner that is every
 * link and password, where whoever made it holds less; of one in use a temporary password that an administrator told, and a change
 * of address that one asked for. Sessions go on: they are the owner's.
 */
export async function endOthersWaysIn(tx: Tx, { clock }: Pick<App, "clock">, user: Holder): Promise<void> {
  const { id, workspaceId, status, createdById } = user;
  const now = clock.now();
  const ended = endWaysIn(user, now);
  if (status === "ACTIVE") {
    const { generation, temporaryUntil } = ended;
    await tx.update(User, { id, workspaceId }, { generation, temporaryUntil, updatedAt: now });
  }
  if (status !== "PENDING" || createdById === null) return;
  const isBeyondCreator = (await holdingMore(tx, workspaceId, createdById, [user])).has(id);
  if (isBeyondCreator) await tx.update(User, { id, workspaceId }, { ...ended, updatedAt: now });
}

import type { App } from "../context.js";
import type { Tx } from "../db/transaction.js";
import { endWaysIn } from "./end-ways-in.js";
import { User } from "./user.entity.js";

/** What has to be read of an account, and held, before it comes to hold more. */
export const waysInProperties = [
  "id",
  "workspaceId",
  "userType",
  "status",
  "generation",
  "temporaryUntil",
] as const satisfies (keyof User)[];

/**
 * Ends what others may know of an account that has just come to hold more than they do (F57). Of one that waits for its owner that is every
 * link and password: whoever made it and every administrator may have copied one. Of one in use it is a temporary password that an
 * administrator told, and a change of address that one asked for. Sessions go on: they are the owner's.
 */
export async function endOthersWaysIn(
  tx: Tx,
  app: Pick<App, "clock">,
  user: Pick<User, (typeof waysInProperties)[number]>,
): Promise<void> {
  const { id, workspaceId, status } = user;
  const updatedAt = app.clock.now();
  const ended = endWaysIn(user, updatedAt);
  const { generation, temporaryUntil } = ended;
  const ends = status === "PENDING" ? ended : { generation, temporaryUntil };
  await tx.update(User, { id, workspaceId }, { ...ends, updatedAt });
}

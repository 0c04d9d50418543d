import { MoreThan } from "typeorm";
import type { App } from "../context.js";
import { readByKeys } from "../db/read-by-keys.js";
import type { Tx } from "../db/transaction.js";
import { User } from "../users/user.entity.js";
import { Invitation } from "./invitation.entity.js";

/** Without CAN_BULK_INVITE, so that a loop of small calls is no bulk invite (F55). */
export const peoplePerHour = 200;

/**
 * How many more people the inviter may add within this hour, counted from the invitations and accounts themselves. Calls
 * of one inviter wait for each other here, or many at once would all find the same room.
 */
export async function roomThisHour(
  tx: Tx,
  app: Pick<App, "clock">,
  workspaceId: string,
  inviterId: string,
): Promise<number> {
  await readByKeys(tx, User, ["id"], workspaceId, "id", [inviterId], { lock: true });
  const since = new Date(app.clock.now().getTime() - 3_600_000);
  const invited = await tx.countBy(Invitation, { workspaceId, inviterId, createdAt: MoreThan(since) });
  const created = await tx.countBy(User, { workspaceId, createdById: inviterId, createdAt: MoreThan(since) });
  return peoplePerHour - invited - created;
}

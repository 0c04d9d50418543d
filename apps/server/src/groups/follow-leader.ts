import type { Tx } from "../db/transaction.js";
import type { User } from "../users/user.entity.js";
import { Team } from "./team.entity.js";

/** Teams that somebody leads, or will lead once they come, are theirs by the new address too (F36). */
export async function followLeader(
  tx: Tx,
  { workspaceId, emailKey }: Pick<User, "workspaceId" | "emailKey">,
  newEmailKey: string,
): Promise<void> {
  if (emailKey === null) return;
  await tx.update(Team, { workspaceId, leaderEmailKey: emailKey }, { leaderEmailKey: newEmailKey });
}

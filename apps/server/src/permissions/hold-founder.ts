import { readByKeys } from "../db/read-by-keys.js";
import type { Tx } from "../db/transaction.js";
import { forbidden } from "../http/refusals.js";
import { User } from "../users/user.entity.js";

/** What is refused to everybody else. */
export const foundersNeed = "being the founder";

/**
 * Holds the founder's own row until the transaction's end: of two things that only the founder may do, one comes first. Throws FORBIDDEN
 * when the workspace was handed over since the request began.
 */
export async function holdFounder(tx: Tx, workspaceId: string, userId: string): Promise<void> {
  const [user] = await readByKeys(tx, User, ["userType"], workspaceId, "id", [userId], { lock: true });
  if (user?.userType !== "FOUNDER") throw forbidden(foundersNeed);
}

import { parseId } from "../db/ids.js";
import { readByKeys } from "../db/read-by-keys.js";
import type { Tx } from "../db/transaction.js";
import { notFound } from "../http/refusals.js";
import { waysInProperties } from "../users/end-others-ways-in.js";
import { User } from "../users/user.entity.js";

const properties = [...waysInProperties, "email", "language", "firstName", "lastName"] as const;

/** Somebody whose permissions are about to change, or to whom the workspace is offered, as far as that concerns. */
type Grantee = Pick<User, (typeof properties)[number]>;

/** Holds them until the transaction's end. Throws NOT_FOUND for an id of another workspace. */
export async function holdGrantee(tx: Tx, workspaceId: string, rawId: string): Promise<Grantee> {
  const id = parseId(rawId);
  const [user] = id ? await readByKeys(tx, User, properties, workspaceId, "id", [id], { lock: true }) : [];
  if (!user) throw notFound("user");
  return user;
}

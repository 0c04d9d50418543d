import { readByKeys } from "../db/read-by-keys.js";
import type { Tx } from "../db/transaction.js";
import { notFound } from "../http/refusals.js";
import { User } from "../users/user.entity.js";
import { Identity } from "./identity.entity.js";

const properties = [
  "id",
  "workspaceId",
  "email",
  "firstName",
  "lastName",
  "status",
  "userType",
  "language",
  "identityStatus",
] as const satisfies (keyof User)[];

export interface HeldIdentity {
  readonly user: Pick<User, (typeof properties)[number]>;
  /** null while nothing is known. */
  readonly identity: Identity | null;
}

/**
 * A user and their identity, which nobody can change before this transaction ends: whoever changes an identity holds its user first, also
 * while there is no identity to hold. Throws NOT_FOUND for who is not of this workspace.
 */
export async function holdIdentity(tx: Tx, workspaceId: string, userId: string): Promise<HeldIdentity> {
  const [user] = await readByKeys(tx, User, properties, workspaceId, "id", [userId], { lock: true });
  if (!user) throw notFound("user");
  return { user, identity: await tx.findOneBy(Identity, { id: userId, workspaceId }) };
}

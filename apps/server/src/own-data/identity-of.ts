import type { Ctx } from "../context.js";
import { openIdentity, openReasons } from "../identities/identity-box.js";
import { identityRows } from "../identities/read-identities.js";
import type { User } from "../users/user.entity.js";
import { nameOf } from "./name-of.js";

/** The digital identity; null while nothing is known. */
export async function identityOf(ctx: Ctx, { id }: User) {
  const row = await identityRows(ctx).load(id);
  if (!row) return { identity: null };
  const { status, createdAt, submittedAt, decidedAt, decidedById, updatedAt } = row;
  const values = openIdentity(ctx, id, row.sealed);
  const reasons = openReasons(ctx, id, row.sealedReasons);
  const decidedBy = await nameOf(ctx, decidedById);
  return { identity: { status, createdAt, submittedAt, decidedAt, decidedBy, updatedAt, values, reasons } };
}

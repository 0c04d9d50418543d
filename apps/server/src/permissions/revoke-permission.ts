import { can } from "@usher/rules/permissions";
import type { PermissionInput } from "@usher/schema/grant";
import type { UserError, UserErrorCode } from "@usher/schema/user-error";
import { recordAudit } from "../audit/record-audit.js";
import { type Ctx, require } from "../context.js";
import type { Tx } from "../db/transaction.js";
import { userError } from "../http/user-errors.js";
import { enqueueMail } from "../mail/enqueue-mail.js";
import { User } from "../users/user.entity.js";
import { Grant } from "./grant.entity.js";
import { forgetGrants } from "./grants-of.js";
import { foundersNeed, holdFounder } from "./hold-founder.js";
import { holdGrantee } from "./hold-grantee.js";
import { permissionMail } from "./permission-mail.js";

/** Takes a permission from a user. It bites with their next call, and with the next rows of an import (F55). */
export async function revokePermission(
  ctx: Ctx,
  input: PermissionInput,
): Promise<{ user: User | null; userErrors: UserError[] }> {
  const by = require(ctx, can.grantPermissions(ctx.actor), foundersNeed);
  const done = await ctx.tx((tx) => take(tx, ctx, by, input));
  if ("code" in done) return { user: null, userErrors: [userError(ctx.language, done.code, ["userId"])] };
  forgetGrants(ctx, done.id);
  return { user: await ctx.read.findOneBy(User, { id: done.id }), userErrors: [] };
}

async function take(
  tx: Tx,
  ctx: Ctx,
  { workspaceId, userId: founderId }: { workspaceId: string; userId: string },
  { userId, permission }: PermissionInput,
): Promise<{ id: string } | { code: UserErrorCode }> {
  await holdFounder(tx, workspaceId, founderId);
  const user = await holdGrantee(tx, workspaceId, userId);
  const { id } = user;
  if (user.userType === "FOUNDER") return { code: "NOT_THE_FOUNDER" };
  const { affected } = await tx.delete(Grant, { workspaceId, userId: id, permission });
  if (!affected) return { id };
  await enqueueMail(tx, ctx, permissionMail("revoked", user, permission));
  const actor = { kind: "user", userId: founderId } as const;
  await recordAudit(tx, ctx, workspaceId, actor, { type: "permission_revoked", subject: id, permission });
  return { id };
}

import { can } from "@usher/rules/permissions";
import type { PermissionInput } from "@usher/schema/grant";
import type { UserError, UserErrorCode } from "@usher/schema/user-error";
import { recordAudit } from "../audit/record-audit.js";
import { type Ctx, require } from "../context.js";
import { bulkInsert, isKeyConflict } from "../db/bulk-insert.js";
import type { Tx } from "../db/transaction.js";
import { userError } from "../http/user-errors.js";
import { enqueueMail } from "../mail/enqueue-mail.js";
import { endOthersWaysIn } from "../users/end-others-ways-in.js";
import { User } from "../users/user.entity.js";
import { Grant } from "./grant.entity.js";
import { forgetGrants } from "./grants-of.js";
import { foundersNeed, holdFounder } from "./hold-founder.js";
import { holdGrantee } from "./hold-grantee.js";
import { permissionMail } from "./permission-mail.js";

/** Gives a user a permission (F54, F55). Of two at once one gives it; the other finds it given. */
export async function grantPermission(
  ctx: Ctx,
  input: PermissionInput,
): Promise<{ user: User | null; userErrors: UserError[] }> {
  const by = require(ctx, can.grantPermissions(ctx.actor), foundersNeed);
  const done = await ctx.tx((tx) => give(tx, ctx, by, input));
  if ("code" in done) return { user: null, userErrors: [userError(ctx.language, done.code, ["userId"])] };
  forgetGrants(ctx, done.id);
  return { user: await ctx.read.findOneBy(User, { id: done.id }), userErrors: [] };
}

async function give(
  tx: Tx,
  ctx: Ctx,
  { workspaceId, userId: founderId }: { workspaceId: string; userId: string },
  { userId, permission }: PermissionInput,
): Promise<{ id: string } | { code: UserErrorCode }> {
  await holdFounder(tx, workspaceId, founderId);
  const user = await holdGrantee(tx, workspaceId, userId);
  const { id } = user;
  if (user.userType === "FOUNDER") return { code: "NOT_THE_FOUNDER" };
  if (user.status === "DEACTIVATED") return { code: "USER_CLOSED" };
  const grant = { workspaceId, userId: id, permission, grantedBy: founderId, createdAt: ctx.clock.now() };
  if (!(await isNew(tx, grant))) return { id };
  await endOthersWaysIn(tx, ctx, user);
  await enqueueMail(tx, ctx, permissionMail("granted", user, permission));
  const actor = { kind: "user", userId: founderId } as const;
  await recordAudit(tx, ctx, workspaceId, actor, { type: "permission_granted", subject: id, permission });
  return { id };
}

/** The key decides: whoever has it already keeps it since when and from whom they had it. */
const isNew = (tx: Tx, grant: Grant): Promise<boolean> =>
  bulkInsert(tx, Grant, [grant]).then(
    () => true,
    (error) => {
      if (isKeyConflict(error)) return false;
      throw error;
    },
  );

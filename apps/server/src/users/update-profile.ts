import type { UpdateProfileInput } from "@usher/schema/profile";
import type { UserError, UserErrorCode } from "@usher/schema/user-error";
import { recordAudit } from "../audit/record-audit.js";
import { type Ctx, signedIn } from "../context.js";
import { isKeyConflict } from "../db/bulk-insert.js";
import { sortKey } from "../db/sort-key.js";
import type { Tx } from "../db/transaction.js";
import { userError } from "../http/user-errors.js";
import { checkDetail, ownDetails } from "./own-form.js";
import { User } from "./user.entity.js";

interface Updated {
  user: User | null;
  userErrors: UserError[];
}

/** Changes what people may change of themselves: names, username, language. The address and the password have ways of their own. */
export async function updateProfile(ctx: Ctx, input: UpdateProfileInput): Promise<Updated> {
  const { userId, workspaceId } = signedIn(ctx);
  const values: Partial<User> = input.language ? { language: input.language } : {};
  const problems: Problem[] = [];
  for (const field of ownDetails) {
    const raw = input[field];
    if (raw == null) continue;
    const checked = checkDetail(field, raw);
    if (checked.code) problems.push([checked.code, field]);
    else values[field] = checked.value;
  }
  if (problems.length > 0) return refuse(ctx, problems);
  try {
    return { user: await ctx.tx((tx) => change(tx, ctx, { id: userId, workspaceId }, values)), userErrors: [] };
  } catch (error) {
    if (isKeyConflict(error)) return refuse(ctx, [["USERNAME_TAKEN", "username"]]);
    throw error;
  }
}

async function change(
  tx: Tx,
  ctx: Ctx,
  where: { id: string; workspaceId: string },
  values: Partial<User>,
): Promise<User> {
  const user = await tx.findOneByOrFail(User, where);
  const fields = Object.keys(values).filter((name) => values[name as keyof User] !== user[name as keyof User]);
  if (fields.length === 0) return user;
  await tx.update(User, where, {
    ...values,
    ...(values.firstName && { firstKey: sortKey(values.firstName) }),
    ...(values.lastName && { lastKey: sortKey(values.lastName) }),
    updatedAt: ctx.clock.now(),
  });
  const actor = { kind: "user", userId: user.id } as const;
  await recordAudit(tx, ctx, user.workspaceId, actor, { type: "user_updated", subject: user.id, fields });
  return { ...user, ...values };
}

type Problem = [code: UserErrorCode, field: keyof UpdateProfileInput];

const refuse = (ctx: Ctx, problems: readonly Problem[]): Updated => ({
  user: null,
  userErrors: problems.map(([code, field]) => userError(ctx.language, code, [field])),
});

import type { ChangePasswordInput } from "@usher/schema/password";
import type { UserError, UserErrorCode } from "@usher/schema/user-error";
import { type Ctx, signedIn } from "../context.js";
import { userError } from "../http/user-errors.js";
import { newPasswordProblem } from "../users/own-form.js";
import { passwordContext } from "../users/password-context.js";
import { User } from "../users/user.entity.js";
import { isPresentPassword } from "./is-present-password.js";
import { hashPassword } from "./password-hash.js";
import { setPassword } from "./set-password.js";

/** Replaces one's own password; the present one is asked for, since a browser may have been left open. Ends all other sessions. */
export async function changePassword(ctx: Ctx, { currentPassword, password }: ChangePasswordInput) {
  const { userId, workspaceId } = signedIn(ctx);
  const user = await ctx.read.findOneByOrFail(User, { id: userId, workspaceId });
  if (!(await isPresentPassword(ctx, user, currentPassword))) return refuse(ctx, "PASSWORD_WRONG", "currentPassword");
  const weakness = newPasswordProblem(password, await passwordContext(ctx, user));
  if (weakness) return refuse(ctx, weakness, "password");
  if (password.normalize("NFC") === currentPassword.normalize("NFC")) {
    return refuse(ctx, "PASSWORD_UNCHANGED", "password");
  }
  const passwordHash = await hashPassword(password);
  const { generation } = user;
  const kept = ctx.actor.sessionId;
  const isSet = await ctx.tx((tx) => setPassword(tx, ctx, { user, generation, passwordHash, by: "user", kept }));
  return isSet ? { userErrors: [] } : refuse(ctx, "CHANGED_MEANWHILE", "currentPassword");
}

const refuse = (ctx: Ctx, code: UserErrorCode, field: keyof ChangePasswordInput): { userErrors: UserError[] } => ({
  userErrors: [userError(ctx.language, code, [field])],
});

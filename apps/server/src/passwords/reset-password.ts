import type { ResetPasswordInput } from "@usher/schema/password";
import type { UserError, UserErrorCode } from "@usher/schema/user-error";
import type { Ctx } from "../context.js";
import { userError } from "../http/user-errors.js";
import { isViewerOther } from "../links/is-viewer-other.js";
import { lookUpLink, readLink, uselessLink } from "../links/read-link.js";
import { newPasswordProblem } from "../users/own-form.js";
import { passwordContext } from "../users/password-context.js";
import { hashPassword, isPassword } from "./password-hash.js";
import { setPassword } from "./set-password.js";

/**
 * Gives an account a new password by the link that was sent to its owner, or in place of a temporary one. Ends all of its
 * sessions and begins none: whoever reads the mailbox for a moment is not signed in by it.
 */
export async function resetPassword(ctx: Ctx, { token, password }: ResetPasswordInput) {
  const found = await lookUpLink(ctx, token);
  const { state, link, user } = found;
  if (state !== "VALID" || link?.purpose !== "PASSWORD_RESET" || !user) return refuse(ctx, uselessLink(state), "token");
  if (await isViewerOther(ctx, found)) return refuse(ctx, "WRONG_ACCOUNT", "token");
  const weakness = newPasswordProblem(password, await passwordContext(ctx, user));
  if (weakness) return refuse(ctx, weakness, "password");
  // who told a temporary one would know this one too
  const isUnchanged = user.temporaryUntil !== null && (await isPassword(password, user.passwordHash));
  if (isUnchanged) return refuse(ctx, "PASSWORD_UNCHANGED", "password");
  const passwordHash = await hashPassword(password);
  const { generation } = link;
  const isSet = await ctx.tx((tx) => setPassword(tx, ctx, { user, generation, passwordHash, by: "link", kept: null }));
  if (!isSet) {
    const { state: now } = await readLink(ctx.read, ctx.workspaceId, token, ctx.clock.now());
    return refuse(ctx, uselessLink(now), "token");
  }
  if (ctx.actor.userId) ctx.request.setCookie("session", null);
  return { userErrors: [] };
}

const refuse = (ctx: Ctx, code: UserErrorCode, field: keyof ResetPasswordInput): { userErrors: UserError[] } => ({
  userErrors: [userError(ctx.language, code, [field])],
});

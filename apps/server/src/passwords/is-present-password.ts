import type { Ctx } from "../context.js";
import type { User } from "../users/user.entity.js";
import { isPassword } from "./password-hash.js";

/** Hashing a megabyte is refused. */
const longest = 1_024;

/** Whether somebody who is signed in knows the password too. Throws RATE_LIMITED after too many wrong ones. */
export async function isPresentPassword(ctx: Ctx, user: User, password: string): Promise<boolean> {
  await ctx.throttle.presentPassword.spend(user.id);
  if (password.length > longest || !(await isPassword(password, user.passwordHash))) return false;
  await ctx.throttle.presentPassword.clear(user.id);
  return true;
}

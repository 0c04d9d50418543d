import type { Ctx } from "../context.js";
import { personName } from "../mail/person-name.js";
import { User } from "../users/user.entity.js";

/** Who did something, by name; null for nobody, and when that account is gone. */
export async function nameOf(ctx: Pick<Ctx, "loaders">, userId: string | null): Promise<string | null> {
  const user = userId && (await ctx.loaders.byId(User).load(userId));
  return (user && personName(user)) || null;
}

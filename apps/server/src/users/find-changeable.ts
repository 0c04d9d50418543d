import { can } from "@usher/rules/permissions";
import type { UserErrorCode } from "@usher/schema/user-error";
import { type Ctx, require } from "../context.js";
import { parseId } from "../db/ids.js";
import { notFound } from "../http/refusals.js";
import { holdsMore } from "../permissions/holds-more.js";
import { User } from "./user.entity.js";

type Changeable = { user: User; code?: undefined } | { user?: undefined; code: UserErrorCode };

/**
 * Somebody else's account, into which an administrator is about to give a way: a password, another address. Never the founder's,
 * nor that of somebody who holds more, or was offered the workspace.
 */
export async function findChangeable(ctx: Ctx, rawId: string): Promise<Changeable> {
  const { workspaceId, userId } = require(ctx, can.changeUsers(ctx.actor), "being an administrator");
  const id = parseId(rawId);
  const user = id && (await ctx.read.findOneBy(User, { id, workspaceId }));
  if (!user) throw notFound("user");
  if (user.id === userId) return { code: "NOT_ONESELF" };
  if (user.userType === "FOUNDER") return { code: "NOT_THE_FOUNDER" };
  if (await holdsMore(ctx, user.id)) return { code: "NOT_ALLOWED" };
  return user.status === "DEACTIVATED" ? { code: "USER_CLOSED" } : { user };
}

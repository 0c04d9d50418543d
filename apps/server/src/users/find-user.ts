import { type Ctx, require } from "../context.js";
import { parseId } from "../db/ids.js";
import { notFound } from "../http/refusals.js";
import { maySeeAll } from "./present-user.js";
import { User } from "./user.entity.js";

/** One user of the actor's own workspace, or oneself; NOT_FOUND for every other id. */
export async function findUser(ctx: Ctx, rawId: string): Promise<User> {
  const id = parseId(rawId);
  const { workspaceId } = require(ctx, maySeeAll(ctx, { id: id ?? "" }), "being an administrator, or MANAGE_USERS");
  const user = id && (await ctx.read.findOneBy(User, { id, workspaceId }));
  if (!user) throw notFound("user");
  return user;
}

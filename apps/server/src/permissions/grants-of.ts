import { type Permission, permissions } from "@usher/rules/permissions";
import { In } from "typeorm";
import type { Ctx } from "../context.js";
import type { User } from "../users/user.entity.js";
import { Grant } from "./grant.entity.js";

/** What was granted to a user, in the order in which permissions are told: one read for all that a request asks about. */
export async function grantsOf(
  ctx: Pick<Ctx, "read" | "loaders">,
  user: Pick<User, "id" | "userType">,
): Promise<Permission[]> {
  if (user.userType === "FOUNDER") return [...permissions];
  return ctx.loaders
    .named<string, Permission[]>("grants", async (userIds) => {
      const grants = await ctx.read.findBy(Grant, { userId: In([...userIds]) });
      return userIds.map((userId) => {
        const held = new Set(grants.filter((grant) => grant.userId === userId).map(({ permission }) => permission));
        return permissions.filter((permission) => held.has(permission));
      });
    })
    .load(user.id);
}

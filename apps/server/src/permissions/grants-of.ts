import { type Permission, permissions } from "@usher/rules/permissions";
import { In } from "typeorm";
import type { Ctx } from "../context.js";
import type { User } from "../users/user.entity.js";
import { Grant } from "./grant.entity.js";

type Of = Pick<User, "id" | "userType">;
type Reads = Pick<Ctx, "read" | "loaders">;

const loader = ({ read, loaders }: Reads) =>
  loaders.named<string, Grant[]>("grants", async (userIds) => {
    const grants = await read.findBy(Grant, { userId: In([...userIds]) });
    const rank = (grant: Grant) => permissions.indexOf(grant.permission);
    return userIds.map((userId) => grants.filter((one) => one.userId === userId).sort((a, b) => rank(a) - rank(b)));
  });

/** What was granted to a user, in the order in which permissions are told: one read for all that a request asks about. */
export async function grantsOf(ctx: Reads, user: Of): Promise<Grant[]> {
  return user.userType === "FOUNDER" ? [] : loader(ctx).load(user.id);
}

/** The permissions alone; the founder holds all. */
export async function permissionsOf(ctx: Reads, user: Of): Promise<Permission[]> {
  if (user.userType === "FOUNDER") return [...permissions];
  return (await grantsOf(ctx, user)).map(({ permission }) => permission);
}

/** Reads them afresh from here on: a request may change several, one after the other. */
export const forgetGrants = (ctx: Reads, userId: string): void => void loader(ctx).clear(userId);

import { can } from "@usher/rules/permissions";
import { type EntityManager, In } from "typeorm";
import { Grant } from "../permissions/grant.entity.js";
import { readActor } from "../permissions/read-actor.js";
import type { User } from "./user.entity.js";

/**
 * Which of these users hold more than somebody who asks for their links. Whoever gets somebody else's link could activate the
 * account in their place, so nobody gets one to more than they hold themselves (F57).
 */
export async function holdingMore(
  read: EntityManager,
  workspaceId: string,
  askerId: string,
  users: readonly Pick<User, "id" | "userType">[],
): Promise<Set<string>> {
  const asker = await readActor(read, workspaceId, askerId);
  if (!asker) return new Set(users.map(({ id }) => id));
  if (asker.isFounder) return new Set();
  const grants = await read.findBy(Grant, { workspaceId, userId: In(users.map(({ id }) => id)) });
  return new Set([
    ...grants.filter(({ permission }) => !asker.grants.has(permission)).map(({ userId }) => userId),
    ...users
      .filter(({ userType }) => userType === "ADMINISTRATOR" && !can.addAdministrators(asker))
      .map(({ id }) => id),
  ]);
}

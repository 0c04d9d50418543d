import { can } from "@usher/rules/permissions";
import { type EntityManager, In } from "typeorm";
import type { Actor } from "../context.js";
import { groupBy } from "../db/group-by.js";
import { GroupMember } from "../groups/group-member.entity.js";
import { Grant } from "../permissions/grant.entity.js";
import { readActor } from "../permissions/read-actor.js";
import type { User } from "./user.entity.js";

type Holder = Pick<User, "id" | "userType">;

/**
 * Which of these users hold more than somebody who asks for their links. Whoever gets somebody else's link could activate the
 * account in their place, so nobody gets one to more than they hold themselves (F57).
 */
export async function holdingMore(
  read: EntityManager,
  workspaceId: string,
  askerId: string,
  users: readonly Holder[],
): Promise<Set<string>> {
  const asker = await readActor(read, workspaceId, askerId);
  return holdingMoreThan(read, workspaceId, users, () => asker);
}

/** The same where each is compared with somebody of their own, null for nobody: a few statements, however many users. */
export async function holdingMoreThan<Held extends Holder>(
  read: EntityManager,
  workspaceId: string,
  users: readonly Held[],
  askerOf: (user: Held) => Actor | null,
): Promise<Set<string>> {
  const compared = users.filter((user) => !askerOf(user)?.isFounder);
  if (compared.length === 0) return new Set();
  const these = In(compared.map(({ id }) => id));
  const grants = groupBy(await read.findBy(Grant, { workspaceId, userId: these }), ({ userId }) => userId);
  const members = groupBy(await read.findBy(GroupMember, { workspaceId, userId: these }), ({ userId }) => userId);
  const holdsMore = (user: Held): boolean => {
    const asker = askerOf(user);
    if (!asker) return true;
    return (
      (user.userType === "ADMINISTRATOR" && !can.addAdministrators(asker)) ||
      (grants.get(user.id) ?? []).some(({ permission }) => !asker.grants.has(permission)) ||
      (members.get(user.id) ?? []).some(({ role, groupId }) => !can.giveGroupRole(asker, role, groupId))
    );
  };
  return new Set(compared.filter(holdsMore).map(({ id }) => id));
}

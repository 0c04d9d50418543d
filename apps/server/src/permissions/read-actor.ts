import { type EntityManager, In } from "typeorm";
import type { Actor } from "../context.js";
import { GroupMember, type GroupRole } from "../groups/group-member.entity.js";
import { User } from "../users/user.entity.js";
import { Grant } from "./grant.entity.js";

export const anonymous: Actor = {
  kind: "anonymous",
  isFounder: false,
  userType: null,
  status: null,
  grants: new Set(),
  administers: new Set(),
  coaches: new Set(),
  userId: null,
  sessionId: null,
};

/** The user as an actor, with the permissions and group roles held at this moment; null when the account is gone. */
export async function readActor(
  read: EntityManager,
  workspaceId: string,
  userId: string,
  sessionId: string | null = null,
): Promise<Actor | null> {
  const [user, grants, memberships] = await Promise.all([
    read.findOneBy(User, { workspaceId, id: userId }),
    read.findBy(Grant, { userId }),
    read.findBy(GroupMember, { workspaceId, userId, role: In(["ADMINISTRATOR", "COACH"]) }),
  ]);
  if (!user) return null;
  const groupsAs = (role: GroupRole) =>
    new Set(memberships.filter((membership) => membership.role === role).map(({ groupId }) => groupId));
  return {
    kind: "user",
    isFounder: user.userType === "FOUNDER",
    userType: user.userType,
    status: user.status,
    grants: new Set(grants.map(({ permission }) => permission)),
    administers: groupsAs("ADMINISTRATOR"),
    coaches: groupsAs("COACH"),
    userId,
    sessionId,
  };
}

import type { EntityManager } from "typeorm";
import type { Actor } from "../context.js";
import { User } from "../users/user.entity.js";
import { Grant } from "./grant.entity.js";

export const anonymous: Actor = {
  kind: "anonymous",
  isFounder: false,
  userType: null,
  status: null,
  grants: new Set(),
  userId: null,
  sessionId: null,
};

/** The user as an actor, with the permissions held at this moment; null when the account is gone. */
export async function readActor(
  read: EntityManager,
  workspaceId: string,
  userId: string,
  sessionId: string | null = null,
): Promise<Actor | null> {
  const [user, grants] = await Promise.all([
    read.findOneBy(User, { workspaceId, id: userId }),
    read.findBy(Grant, { userId }),
  ]);
  if (!user) return null;
  return {
    kind: "user",
    isFounder: user.userType === "FOUNDER",
    userType: user.userType,
    status: user.status,
    grants: new Set(grants.map(({ permission }) => permission)),
    userId,
    sessionId,
  };
}

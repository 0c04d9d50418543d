import { type EntityManager, In } from "typeorm";
import type { Actor } from "../context.js";
import { GroupMember, type GroupRole } from "../groups/group-member.entity.js";
import { User } from "../users/user.entity.js";
import { Workspace } from "../workspaces/workspace.entity.js";
import { Grant } from "./grant.entity.js";

export const anonymous: Actor = {
  kind: "anonymous",
  isFounder: false,
  userType: null,
  status: null,
  grants: new Set(),
  administers: new Set(),
  coaches: new Set(),
  awaitsIdentity: false,
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
  const actor = (await readActors(read, workspaceId, [userId])).get(userId);
  return actor ? { ...actor, sessionId } : null;
}

/** The same for several users by their ids, with as many statements; whose account is gone is not among them. */
export async function readActors(
  read: EntityManager,
  workspaceId: string,
  userIds: readonly string[],
): Promise<Map<string, Actor>> {
  const these = In([...userIds]);
  const [users, grants, memberships, workspace] = await Promise.all([
    read.findBy(User, { workspaceId, id: these }),
    read.findBy(Grant, { userId: these }),
    read.findBy(GroupMember, { workspaceId, userId: these, role: In(["ADMINISTRATOR", "COACH"]) }),
    read.findOneBy(Workspace, { id: workspaceId }),
  ]);
  return new Map(
    users.map(({ id, userType, status, identityStatus }) => {
      const groupsAs = (role: GroupRole) =>
        new Set(memberships.flatMap((one) => (one.userId === id && one.role === role ? [one.groupId] : [])));
      const actor: Actor = {
        kind: "user",
        isFounder: userType === "FOUNDER",
        userType,
        status,
        grants: new Set(grants.flatMap((grant) => (grant.userId === id ? [grant.permission] : []))),
        administers: groupsAs("ADMINISTRATOR"),
        coaches: groupsAs("COACH"),
        awaitsIdentity: awaitsIdentity(workspace, { userType, identityStatus }),
        userId: id,
        sessionId: null,
      };
      return [id, actor];
    }),
  );
}

/** What somebody holds, whether or not they may use it before they have an identity: what they promised before stays promised (F62). */
export const rightsOf = (actor: Actor): Actor => ({ ...actor, awaitsIdentity: false });

/** Whether the workspace requires a validated identity that this user has not got; the founder is exempt (F62). */
const awaitsIdentity = (
  workspace: Pick<Workspace, "identityRequired"> | null,
  { userType, identityStatus }: Pick<User, "userType" | "identityStatus">,
): boolean => (workspace?.identityRequired ?? false) && userType !== "FOUNDER" && identityStatus !== "VALIDATED";

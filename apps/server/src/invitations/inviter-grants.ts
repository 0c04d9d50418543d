import { type Actor, can } from "@usher/rules/permissions";
import { type EntityManager, In } from "typeorm";
import { groupBy } from "../db/group-by.js";
import { readByKeys } from "../db/read-by-keys.js";
import { Group } from "../groups/group.entity.js";
import type { GroupRole } from "../groups/group-member.entity.js";
import { anonymous, readActors, rightsOf } from "../permissions/read-actor.js";
import { ProgramSession } from "../program-sessions/program-session.entity.js";
import { ProgramSessionMember } from "../program-sessions/program-session-member.entity.js";
import type { Invitation } from "./invitation.entity.js";
import { promisesOf } from "./may-grant.js";

/** What an accepted invitation gives. */
export interface Grantable {
  userType: "ADMINISTRATOR" | "MEMBER";
  memberships: { groupId: string; role: GroupRole }[];
  /** What it promised and its inviter may no longer grant, in the audit's words. */
  withheld: string[];
}

type Promising = Pick<Invitation, "id" | "workspaceId" | "userType" | "inviterId" | "programSessionId">;

/** What one invitation gives at this moment: see `whatInvitersMayGrant`. */
export async function whatInviterMayGrant(read: EntityManager, invitation: Promising): Promise<Grantable> {
  const grants = await whatInvitersMayGrant(read, invitation.workspaceId, [invitation]);
  return grants.get(invitation.id) as Grantable;
}

/**
 * Nobody grants more than they hold, at the moment of acceptance: an inviter who lost the right, or is gone, no longer
 * gives it (F57). Who invited from a program session makes learners of its group as long as they may invite from it (F7). Groups that
 * were deleted since are passed over. By the invitation's id; a few statements, however many they are.
 */
export async function whatInvitersMayGrant(
  read: EntityManager,
  workspaceId: string,
  invitations: readonly Promising[],
): Promise<Map<string, Grantable>> {
  const inviters = await readActors(read, workspaceId, [...new Set(invitations.map(({ inviterId }) => inviterId))]);
  const inviterOf = ({ inviterId }: Promising) => rightsOf(inviters.get(inviterId) ?? anonymous);
  const ids = invitations.map(({ id }) => id);
  const promised = groupBy(await promisesOf(read, workspaceId, ids), ({ invitationId }) => invitationId);
  const groupIds = new Set([...promised.values()].flat().map(({ groupId }) => groupId));
  const groups = await readByKeys(read, Group, ["id"], workspaceId, "id", groupIds);
  const existing = new Set(groups.map(({ id }) => id));
  const takesLearners = await learnersGoTo(read, workspaceId, invitations, inviterOf);
  return new Map(
    invitations.map((invitation) => {
      const inviter = inviterOf(invitation);
      const withheld: string[] = [];
      const isTypeGranted = invitation.userType === "MEMBER" || can.addAdministrators(inviter);
      if (!isTypeGranted) withheld.push(invitation.userType);
      const memberships: Grantable["memberships"] = [];
      for (const { groupId, role } of promised.get(invitation.id) ?? []) {
        if (!existing.has(groupId)) continue;
        const isLearner = role === "LEARNER" && groupId === takesLearners.get(invitation.id);
        if (isLearner || can.giveGroupRole(inviter, role, groupId)) memberships.push({ groupId, role });
        else withheld.push(`${role} in ${groupId}`);
      }
      return [invitation.id, { userType: isTypeGranted ? invitation.userType : "MEMBER", memberships, withheld }];
    }),
  );
}

/** Of those who were invited from a program session: its group, where the inviter may still invite from it. */
async function learnersGoTo(
  read: EntityManager,
  workspaceId: string,
  invitations: readonly Promising[],
  inviterOf: (invitation: Promising) => Actor,
): Promise<Map<string, string>> {
  const from = invitations.filter(({ programSessionId }) => programSessionId !== null);
  if (from.length === 0) return new Map();
  const sessionIds = new Set(from.map(({ programSessionId }) => programSessionId as string));
  const sessions = await readByKeys(read, ProgramSession, ["id", "groupId"], workspaceId, "id", sessionIds);
  const groupOf = new Map(sessions.map(({ id, groupId }) => [id, groupId]));
  const instructors = await read.findBy(ProgramSessionMember, {
    workspaceId,
    part: "INSTRUCTOR",
    programSessionId: In([...sessionIds]),
    userId: In([...new Set(from.map(({ inviterId }) => inviterId))]),
  });
  const isInstructor = new Set(instructors.map(({ userId, programSessionId }) => `${userId} ${programSessionId}`));
  return new Map(
    from.flatMap((invitation) => {
      const groupId = groupOf.get(invitation.programSessionId as string);
      if (groupId === undefined) return [];
      const session = {
        groupId,
        isInstructor: isInstructor.has(`${invitation.inviterId} ${invitation.programSessionId}`),
      };
      return can.inviteFrom(inviterOf(invitation), session) ? [[invitation.id, groupId] as const] : [];
    }),
  );
}

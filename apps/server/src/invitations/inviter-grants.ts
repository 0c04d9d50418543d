import { can } from "@usher/rules/permissions";
import { In } from "typeorm";
import type { Tx } from "../db/transaction.js";
import { Group } from "../groups/group.entity.js";
import type { GroupRole } from "../groups/group-member.entity.js";
import { anonymous, readActor, rightsOf } from "../permissions/read-actor.js";
import type { Invitation } from "./invitation.entity.js";
import { InvitationGroup } from "./invitation-group.entity.js";
import { sessionOfInviter } from "./inviter-session.js";

/** What an accepted invitation gives. */
export interface Grantable {
  userType: "ADMINISTRATOR" | "MEMBER";
  memberships: { groupId: string; role: GroupRole }[];
  /** What it promised and its inviter may no longer grant, in the audit's words. */
  withheld: string[];
}

/**
 * Nobody grants more than they hold, at the moment of acceptance: an inviter who lost the right, or is gone, no longer
 * gives it (F57). Who invited from a program session makes learners of its group as long as they may invite from it (F7). Groups that
 * were deleted since are passed over.
 */
export async function whatInviterMayGrant(tx: Tx, invitation: Invitation): Promise<Grantable> {
  const inviter = rightsOf((await readActor(tx, invitation.workspaceId, invitation.inviterId)) ?? anonymous);
  const withheld: string[] = [];
  const isTypeGranted = invitation.userType === "MEMBER" || can.addAdministrators(inviter);
  if (!isTypeGranted) withheld.push(invitation.userType);
  const session = await sessionOfInviter(tx, invitation);
  const takesLearners = session !== null && can.inviteFrom(inviter, session) ? session.groupId : null;
  const memberships = [];
  for (const { groupId, role } of await promised(tx, invitation)) {
    const isLearner = role === "LEARNER" && groupId === takesLearners;
    if (isLearner || can.giveGroupRole(inviter, role, groupId)) memberships.push({ groupId, role });
    else withheld.push(`${role} in ${groupId}`);
  }
  return { userType: isTypeGranted ? invitation.userType : "MEMBER", memberships, withheld };
}

async function promised(tx: Tx, { id, workspaceId }: Invitation): Promise<InvitationGroup[]> {
  const rows = await tx.findBy(InvitationGroup, { workspaceId, invitationId: id });
  if (rows.length === 0) return [];
  const groups = await tx.findBy(Group, { workspaceId, id: In(rows.map(({ groupId }) => groupId)) });
  const existing = new Set(groups.map((group) => group.id));
  return rows.filter(({ groupId }) => existing.has(groupId));
}

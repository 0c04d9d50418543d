import { can } from "@usher/rules/permissions";
import type { EntityManager } from "typeorm";
import type { Actor } from "../context.js";
import { groupBy } from "../db/group-by.js";
import type { Invitation } from "../invitations/invitation.entity.js";
import { sessionOfInviter } from "../invitations/inviter-session.js";
import { promisesOf } from "../invitations/may-grant.js";
import { readActors } from "../permissions/read-actor.js";

/** Where somebody who is asked for a new link sees to it. */
export interface AnswerPage {
  path: string;
  /** There the address is invited once more; elsewhere the invitation is sent again. */
  isToBeInvited: boolean;
}

/**
 * By the invitation, the page that its inviter may open: its own in the list of all, else in that of a group which they administer, else the program
 * session from which they invited. The founder, who is asked where the inviter may do none of it, opens the first.
 */
export async function answerPages(
  read: EntityManager,
  invitations: readonly Invitation[],
): Promise<Map<string, AnswerPage>> {
  const pages = new Map<string, AnswerPage>();
  for (const [workspaceId, some] of groupBy(invitations, (invitation) => invitation.workspaceId)) {
    const inviters = await readActors(read, workspaceId, [...new Set(some.map(({ inviterId }) => inviterId))]);
    const ids = some.map(({ id }) => id);
    const promised = groupBy(await promisesOf(read, workspaceId, ids), ({ invitationId }) => invitationId);
    for (const invitation of some) {
      const groupIds = (promised.get(invitation.id) ?? []).map(({ groupId }) => groupId);
      pages.set(invitation.id, await pageOf(read, invitation, inviters.get(invitation.inviterId), groupIds));
    }
  }
  return pages;
}

async function pageOf(
  read: EntityManager,
  invitation: Invitation,
  inviter: Actor | undefined,
  groupIds: readonly string[],
): Promise<AnswerPage> {
  const { id, programSessionId } = invitation;
  const sentAgain = (list: string) => ({ path: `${list}/${id}`, isToBeInvited: false });
  if (!inviter || can.seeInvitations(inviter)) return sentAgain("/users/invitations");
  const theirs = groupIds.find((groupId) => can.inviteTo(inviter, groupId));
  if (theirs) return sentAgain(`/groups/${theirs}/invitations`);
  const session = await sessionOfInviter(read, invitation);
  if (!session || !can.inviteFrom(inviter, session)) return sentAgain("/users/invitations");
  return { path: `/program-sessions/${programSessionId}`, isToBeInvited: true };
}

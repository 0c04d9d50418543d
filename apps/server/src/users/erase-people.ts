import { In } from "typeorm";
import type { App } from "../context.js";
import type { Tx } from "../db/transaction.js";
import { GroupMember } from "../groups/group-member.entity.js";
import { Team } from "../groups/team.entity.js";
import { IdempotentAnswer } from "../idempotency/idempotent-answer.entity.js";
import { Identity } from "../identities/identity.entity.js";
import { eraseCells } from "../imports/erase-cells-of.js";
import { Invitation } from "../invitations/invitation.entity.js";
import { InvitationGroup } from "../invitations/invitation-group.entity.js";
import { Link } from "../links/link.entity.js";
import { eraseMails } from "../mail/erase-mails.js";
import { FoundershipTransfer } from "../permissions/foundership-transfer.entity.js";
import { Grant } from "../permissions/grant.entity.js";
import { ProgramSessionMember } from "../program-sessions/program-session-member.entity.js";
import { EmailChange } from "./email-change.entity.js";
import { endAccess } from "./end-access.js";
import type { HeldUser } from "./hold-users.js";

/**
 * Erases everything that is kept of people whose accounts are gone, but for the audit trail, which holds ids alone. A few
 * statements a table, however many people.
 */
export async function erasePeople(
  tx: Tx,
  app: Pick<App, "secrets">,
  workspaceId: string,
  people: readonly HeldUser[],
): Promise<void> {
  const userIds = people.map(({ id }) => id);
  const emailKeys = people.flatMap(({ emailKey }) => emailKey ?? []);
  await endAccess(tx, userIds);
  await tx.delete(GroupMember, { workspaceId, userId: In(userIds) });
  await tx.delete(Identity, { workspaceId, id: In(userIds) });
  await tx.delete(Grant, { userId: In(userIds) });
  await tx.delete(FoundershipTransfer, [
    { workspaceId, toId: In(userIds) },
    { workspaceId, fromId: In(userIds) },
  ]);
  await tx.delete(ProgramSessionMember, { workspaceId, userId: In(userIds) });
  await tx.delete(ProgramSessionMember, { workspaceId, emailKey: In(emailKeys) });
  await tx.delete(IdempotentAnswer, { workspaceId, actorId: In(userIds) });
  await tx.update(Team, { workspaceId, leaderEmailKey: In(emailKeys) }, { leaderEmailKey: null, leaderImportId: null });
  const subjects = [
    ...userIds,
    ...(await eraseEmailChanges(tx, userIds)),
    ...(await eraseInvitations(tx, workspaceId, userIds, emailKeys)),
  ];
  await tx.delete(Link, { subjectId: In(subjects) });
  await eraseMails(tx, workspaceId, { subjects, addresses: people.flatMap(({ email }) => email ?? []) });
  await eraseCells(tx, app, people);
}

async function eraseEmailChanges(tx: Tx, userIds: readonly string[]): Promise<string[]> {
  const changes = await tx.find(EmailChange, { select: { id: true }, where: { userId: In([...userIds]) } });
  await tx.delete(EmailChange, { userId: In([...userIds]) });
  return changes.map(({ id }) => id);
}

/** Those that they accepted, and all others that went to their addresses. */
async function eraseInvitations(
  tx: Tx,
  workspaceId: string,
  userIds: readonly string[],
  emailKeys: readonly string[],
): Promise<string[]> {
  const invitations = await tx.find(Invitation, {
    select: { id: true },
    where: [
      { workspaceId, acceptedUserId: In([...userIds]) },
      { workspaceId, emailKey: In([...emailKeys]) },
    ],
  });
  const ids = invitations.map(({ id }) => id);
  await tx.delete(InvitationGroup, { invitationId: In(ids) });
  await tx.delete(Invitation, { workspaceId, id: In(ids) });
  return ids;
}

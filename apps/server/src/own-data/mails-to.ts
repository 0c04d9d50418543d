import { In } from "typeorm";
import type { Ctx } from "../context.js";
import { openIdentity } from "../identities/identity-box.js";
import { Invitation } from "../invitations/invitation.entity.js";
import { statusOf } from "../invitations/invitation-status.js";
import { mailNameOf } from "../mail/mail-name.js";
import { OutboxMail } from "../mail/outbox-mail.entity.js";
import type { User } from "../users/user.entity.js";
import { nameOf } from "./name-of.js";

/** The invitations that brought the user or went to their address, and the mails that were made about them. */
export async function mailsTo(ctx: Ctx, { id, workspaceId, emailKey }: User) {
  const accepted = { workspaceId, acceptedUserId: id };
  const where = emailKey === null ? [accepted] : [accepted, { workspaceId, emailKey }];
  const invitations = await ctx.read.find(Invitation, { where, order: { id: "ASC" } });
  const mails = await ctx.read.find(OutboxMail, {
    where: { workspaceId, subjectId: In([id, ...invitations.map((invitation) => invitation.id)]) },
    order: { id: "ASC" },
  });
  return {
    invitations: await Promise.all(invitations.map((invitation) => ownInvitation(ctx, invitation))),
    mails: mails.map((mail) => ({
      name: mailNameOf(mail.kind),
      to: mail.toAddress,
      createdAt: mail.createdAt,
      status: mail.state,
      statusAt: mail.stateAt,
      serverAnswer: mail.serverAnswer,
    })),
  };
}

async function ownInvitation(ctx: Ctx, invitation: Invitation) {
  const { id, sealedIdentity } = invitation;
  return {
    email: invitation.email,
    status: statusOf(invitation, ctx.clock.now()),
    invitedBy: await nameOf(ctx, invitation.inviterId),
    username: invitation.username,
    firstName: invitation.firstName,
    lastName: invitation.lastName,
    userType: invitation.userType,
    language: invitation.language,
    message: invitation.message,
    externalId: invitation.externalId,
    deletionDate: invitation.deletionDate,
    identity: sealedIdentity && openIdentity(ctx, id, sealedIdentity),
    createdAt: invitation.createdAt,
    expiresAt: invitation.expiresAt,
    openedAt: invitation.openedAt,
    acceptedAt: invitation.acceptedAt,
  };
}

import type { LanguageCode } from "@usher/rules/language";
import type { App } from "../context.js";
import { linkAddress } from "../links/make-links.js";
import type { NewMail } from "../mail/enqueue-mail.js";
import { formatMoment } from "../mail/format-moment.js";
import type { Letter } from "../mail/letter.js";
import { letterWords } from "../mail/letter-words.js";
import type { MailKind } from "../mail/mail-kind.js";
import { personName } from "../mail/person-name.js";
import { rowsById } from "../mail/rows-by-id.js";
import { User } from "../users/user.entity.js";
import { Workspace } from "../workspaces/workspace.entity.js";
import { Invitation } from "./invitation.entity.js";
import { type InvitationMailWords, invitationMailWords } from "./invitation-mail-words.js";
import { expiryAfter } from "./lifetime.js";
import { mirrorDelivery } from "./mirror-delivery.js";

const kind = "invitation";

export type Invited = Pick<
  Invitation,
  "id" | "workspaceId" | "language" | "email" | "firstName" | "lastName" | "generation"
>;

/** The mail that brings a person the link of their invitation. `secret`: the link's. */
export const invitationMail = (invitation: Invited, secret: string): NewMail => ({
  workspaceId: invitation.workspaceId,
  kind,
  language: invitation.language,
  toAddress: invitation.email,
  toName: personName(invitation),
  subjectId: invitation.id,
  generation: invitation.generation,
  secret,
});

/** What the letter of an invitation is made from. */
export interface InvitationLetter {
  workspace: Pick<Workspace, "name" | "timeZone">;
  firstName: string | null;
  /** null when there is nobody of that name any more. */
  inviterName: string | null;
  message: string | null;
  expiresAt: Date;
  secret: string;
}

type Words = Record<LanguageCode, InvitationMailWords>;

function writeInvitation(
  app: Pick<App, "config">,
  allWords: Words,
  language: LanguageCode,
  { workspace, firstName, inviterName, message, expiresAt, secret }: InvitationLetter,
): Letter {
  const words = allWords[language];
  const until = formatMoment(expiresAt, language, workspace.timeZone);
  return {
    workspace: workspace.name,
    subject: words.subject(workspace.name, inviterName),
    preview: words.expiry(until),
    heading: words.heading(workspace.name),
    greeting: letterWords[language].hello(firstName),
    paragraphs: [words.invitation(workspace.name, inviterName)],
    ...(message && { quote: { by: words.quoted(inviterName), text: message } }),
    action: { label: words.accept, address: linkAddress(app, "INVITATION", secret), isLink: true },
    notes: [words.expiry(until), words.unexpected(inviterName)],
  };
}

/** A kind of mail that brings the link of an invitation, in these words. */
export const makeInvitationMailKind = (name: string, words: Words): MailKind => ({
  name,
  sample: ({ config, clock, language, workspace, firstName, actorName, message, secret }) =>
    writeInvitation({ config }, words, language, {
      workspace,
      firstName,
      inviterName: actorName,
      message,
      expiresAt: expiryAfter(clock.now(), workspace.invitationLifetimeHours),
      secret,
    }),
  settled: mirrorDelivery,
  async write(app, read, mails) {
    const invitations = await rowsById(
      read,
      Invitation,
      mails.map(({ row }) => row.subjectId),
      { id: true, status: true, generation: true, expiresAt: true, firstName: true, inviterId: true, message: true },
    );
    const inviters = await rowsById(
      read,
      User,
      [...invitations.values()].map(({ inviterId }) => inviterId),
      { id: true, firstName: true, lastName: true },
    );
    const workspaces = await rowsById(
      read,
      Workspace,
      mails.map(({ row }) => row.workspaceId),
    );
    const now = app.clock.now();
    return mails.map(({ row, secret }) => {
      const invitation = invitations.get(row.subjectId);
      const workspace = workspaces.get(row.workspaceId);
      if (!invitation || !workspace) return { withheld: "SUPPRESSED", reason: "The invitation is gone." };
      if (invitation.status !== "PENDING" || secret === null)
        return { withheld: "SUPPRESSED", reason: "The invitation is closed." };
      if (invitation.generation !== row.generation)
        return { withheld: "SUPPRESSED", reason: "A newer link has replaced this one." };
      if (invitation.expiresAt <= now)
        return { withheld: "FAILED", reason: "The link expired before the mail could be sent." };
      const inviter = inviters.get(invitation.inviterId);
      return writeInvitation(app, words, row.language, {
        workspace,
        firstName: invitation.firstName,
        inviterName: (inviter && personName(inviter)) || null,
        message: invitation.message,
        expiresAt: invitation.expiresAt,
        secret,
      });
    });
  },
});

export const invitationMailKind = makeInvitationMailKind(kind, invitationMailWords);

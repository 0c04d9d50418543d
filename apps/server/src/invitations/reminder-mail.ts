import type { NewMail } from "../mail/enqueue-mail.js";
import { type Invited, invitationMail, makeInvitationMailKind } from "./invitation-mail.js";
import { invitationMailWords } from "./invitation-mail-words.js";
import { reminderMailWords } from "./reminder-mail-words.js";

const kind = "reminder";

/** The mail that brings a person a further link of an invitation that waits (F19). `secret`: the link's. */
export const reminderMail = (invitation: Invited, secret: string): NewMail => ({
  ...invitationMail(invitation, secret),
  kind,
});

export const reminderMailKind = makeInvitationMailKind(kind, {
  en: { ...invitationMailWords.en, ...reminderMailWords.en },
  fr: { ...invitationMailWords.fr, ...reminderMailWords.fr },
  nl: { ...invitationMailWords.nl, ...reminderMailWords.nl },
});

import type { LanguageCode } from "@usher/rules/language";
import type { InvitationMailWords } from "./invitation-mail-words.js";

/** What a reminder says otherwise than the invitation did. */
type ReminderMailWords = Pick<InvitationMailWords, "subject" | "heading" | "invitation">;

export const reminderMailWords: Record<LanguageCode, ReminderMailWords> = {
  en: {
    subject: (workspace, inviter) =>
      inviter ? `Reminder: ${inviter} invites you to join ${workspace}` : `Reminder: your invitation to ${workspace}`,
    heading: (workspace) => `Your place in ${workspace} is waiting`,
    invitation: (workspace, inviter) =>
      `${inviter ? `${inviter} has invited you` : "You were invited"} to join ${workspace}, and you have not accepted yet. To accept, choose a username and a password; it takes about a minute.`,
  },
  fr: {
    subject: (workspace, inviter) =>
      inviter
        ? `Rappel\u00a0: ${inviter} vous invite à rejoindre ${workspace}`
        : `Rappel\u00a0: votre invitation à rejoindre ${workspace}`,
    heading: (workspace) => `Votre place dans ${workspace} vous attend`,
    invitation: (workspace, inviter) =>
      `${inviter ? `${inviter} vous a invité à rejoindre` : "On vous a invité à rejoindre"} ${workspace}, et vous n’avez pas encore accepté. Pour accepter, choisissez un nom d’utilisateur et un mot de passe\u00a0: une minute suffit.`,
  },
  nl: {
    subject: (workspace, inviter) =>
      inviter
        ? `Herinnering: ${inviter} nodigt u uit voor ${workspace}`
        : `Herinnering: uw uitnodiging voor ${workspace}`,
    heading: (workspace) => `Uw plaats in ${workspace} wacht op u`,
    invitation: (workspace, inviter) =>
      `${inviter ? `${inviter} heeft u uitgenodigd` : "U bent uitgenodigd"} om deel te nemen aan ${workspace}, en u hebt dat nog niet aangenomen. Om de uitnodiging aan te nemen kiest u een gebruikersnaam en een wachtwoord; dat duurt ongeveer een minuut.`,
  },
};

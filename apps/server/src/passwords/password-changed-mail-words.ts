import type { LanguageCode } from "@usher/rules/language";

interface PasswordChangedMailWords {
  subject(workspace: string): string;
  heading: string;
  /** `at`: day, time and zone in words. */
  changed(workspace: string, at: string): string;
  sessions: string;
  unexpected: string;
  forgot: string;
}

export const passwordChangedMailWords: Record<LanguageCode, PasswordChangedMailWords> = {
  en: {
    subject: (workspace) => `Your password for ${workspace} was changed`,
    heading: "Your password was changed",
    changed: (workspace, at) => `Your account in ${workspace} has a new password since ${at}.`,
    sessions: "Browsers that were signed in are signed out, and links that were sent before no longer work.",
    unexpected:
      "If it was you, there is nothing to do. If it was not, choose another password at once and tell your administrator.",
    forgot: "It was not me",
  },
  fr: {
    subject: (workspace) => `Votre mot de passe pour ${workspace} a été modifié`,
    heading: "Votre mot de passe a été modifié",
    changed: (workspace, at) => `Votre compte dans ${workspace} a un nouveau mot de passe depuis le ${at}.`,
    sessions:
      "Les navigateurs qui étaient connectés ne le sont plus, et les liens envoyés auparavant ne fonctionnent plus.",
    unexpected:
      "C’était vous\u202f? Vous n’avez rien à faire. Sinon, choisissez tout de suite un autre mot de passe et prévenez la personne qui administre l’espace.",
    forgot: "Ce n’était pas moi",
  },
  nl: {
    subject: (workspace) => `Uw wachtwoord voor ${workspace} is gewijzigd`,
    heading: "Uw wachtwoord is gewijzigd",
    changed: (workspace, at) => `Uw account bij ${workspace} heeft een nieuw wachtwoord sinds ${at}.`,
    sessions: "Browsers die aangemeld waren, zijn afgemeld; links die eerder zijn verstuurd, werken niet meer.",
    unexpected:
      "Was u dit zelf? Dan hoeft u niets te doen. Zo niet, kies dan meteen een ander wachtwoord en waarschuw uw beheerder.",
    forgot: "Ik was dit niet",
  },
};

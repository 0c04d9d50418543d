import type { LanguageCode } from "@usher/rules/language";

interface PasswordResetMailWords {
  subject(workspace: string): string;
  heading: string;
  asked(workspace: string): string;
  username(username: string): string;
  choose: string;
  /** `until`: day, time and zone in words. */
  expiry(until: string): string;
  unexpected: string;
}

export const passwordResetMailWords: Record<LanguageCode, PasswordResetMailWords> = {
  en: {
    subject: (workspace) => `Choose a new password for ${workspace}`,
    heading: "Choose a new password",
    asked: (workspace) => `Somebody asked for a new password for your account in ${workspace}.`,
    username: (username) => `Your username is ${username}.`,
    choose: "Choose a new password",
    expiry: (until) => `The link is for you alone and works once, until ${until}.`,
    unexpected: "If it was not you, there is nothing to do: your password stays as it is.",
  },
  fr: {
    subject: (workspace) => `Choisissez un nouveau mot de passe pour ${workspace}`,
    heading: "Choisissez un nouveau mot de passe",
    asked: (workspace) => `Un nouveau mot de passe a été demandé pour votre compte dans ${workspace}.`,
    username: (username) => `Votre nom d’utilisateur est ${username}.`,
    choose: "Choisir un nouveau mot de passe",
    expiry: (until) => `Ce lien vous est personnel et sert une seule fois, jusqu’au ${until}.`,
    unexpected: "Ce n’était pas vous\u202f? Vous n’avez rien à faire\u00a0: votre mot de passe reste le même.",
  },
  nl: {
    subject: (workspace) => `Kies een nieuw wachtwoord voor ${workspace}`,
    heading: "Kies een nieuw wachtwoord",
    asked: (workspace) => `Er is een nieuw wachtwoord gevraagd voor uw account bij ${workspace}.`,
    username: (username) => `Uw gebruikersnaam is ${username}.`,
    choose: "Nieuw wachtwoord kiezen",
    expiry: (until) => `De link is alleen voor u bestemd en werkt één keer, tot ${until}.`,
    unexpected: "Was u dit niet? Dan hoeft u niets te doen: uw wachtwoord blijft zoals het is.",
  },
};

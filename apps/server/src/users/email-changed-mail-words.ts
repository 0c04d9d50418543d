import type { LanguageCode } from "@usher/rules/language";

interface EmailChangedMailWords {
  subject(workspace: string): string;
  heading: string;
  changed(workspace: string, emailMasked: string): string;
  consequence: string;
  unexpected: string;
}

export const emailChangedMailWords: Record<LanguageCode, EmailChangedMailWords> = {
  en: {
    subject: (workspace) => `Your e-mail address for ${workspace} was changed`,
    heading: "Your e-mail address was changed",
    changed: (workspace, email) => `Your account in ${workspace} has another e-mail address now: ${email}.`,
    consequence: "Mails about the account no longer come here, and one no longer signs in with this address.",
    unexpected: "If it was you, there is nothing to do. If it was not, tell your administrator at once.",
  },
  fr: {
    subject: (workspace) => `Votre adresse e-mail pour ${workspace} a été modifiée`,
    heading: "Votre adresse e-mail a été modifiée",
    changed: (workspace, email) =>
      `Votre compte dans ${workspace} a désormais une autre adresse e-mail\u00a0: ${email}.`,
    consequence:
      "Les messages concernant ce compte n’arrivent plus ici, et cette adresse ne permet plus de se connecter.",
    unexpected:
      "C’était vous\u202f? Vous n’avez rien à faire. Sinon, prévenez tout de suite la personne qui administre l’espace.",
  },
  nl: {
    subject: (workspace) => `Uw e-mailadres voor ${workspace} is gewijzigd`,
    heading: "Uw e-mailadres is gewijzigd",
    changed: (workspace, email) => `Uw account bij ${workspace} heeft nu een ander e-mailadres: ${email}.`,
    consequence: "Mails over het account komen niet meer hier aan, en met dit adres kunt u zich niet meer aanmelden.",
    unexpected: "Was u dit zelf? Dan hoeft u niets te doen. Zo niet, waarschuw dan meteen uw beheerder.",
  },
};

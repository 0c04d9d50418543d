import type { LanguageCode } from "@usher/rules/language";

interface EmailChangeMailWords {
  subject(workspace: string): string;
  heading: string;
  asked(workspace: string, email: string): string;
  confirm: string;
  /** `until`: day, time and zone in words. */
  expiry(until: string): string;
  unexpected: string;
}

export const emailChangeMailWords: Record<LanguageCode, EmailChangeMailWords> = {
  en: {
    subject: (workspace) => `Confirm your new e-mail address for ${workspace}`,
    heading: "Confirm your new e-mail address",
    asked: (workspace, email) => `${email} is to become the e-mail address of an account in ${workspace}.`,
    confirm: "Confirm this address",
    expiry: (until) => `The link works once, until ${until}.`,
    unexpected: "If you did not expect this mail, there is nothing to do: nothing changes unless you confirm.",
  },
  fr: {
    subject: (workspace) => `Confirmez votre nouvelle adresse e-mail pour ${workspace}`,
    heading: "Confirmez votre nouvelle adresse e-mail",
    asked: (workspace, email) => `${email} doit devenir l’adresse e-mail d’un compte dans ${workspace}.`,
    confirm: "Confirmer cette adresse",
    expiry: (until) => `Ce lien sert une seule fois, jusqu’au ${until}.`,
    unexpected:
      "Vous n’attendiez pas ce message\u202f? Vous n’avez rien à faire\u00a0: rien ne change tant que vous ne confirmez pas.",
  },
  nl: {
    subject: (workspace) => `Bevestig uw nieuwe e-mailadres voor ${workspace}`,
    heading: "Bevestig uw nieuwe e-mailadres",
    asked: (workspace, email) => `${email} wordt het e-mailadres van een account bij ${workspace}.`,
    confirm: "Dit adres bevestigen",
    expiry: (until) => `De link werkt één keer, tot ${until}.`,
    unexpected: "Verwachtte u deze mail niet? Dan hoeft u niets te doen: er verandert niets als u niet bevestigt.",
  },
};

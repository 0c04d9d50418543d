import type { LanguageCode } from "@usher/rules/language";

interface FoundershipOfferedMailWords {
  subject(workspace: string): string;
  heading: string;
  /** `founder`: by name; null for who has none. */
  offered(workspace: string, founder: string | null): string;
  means: string;
  open: string;
  /** `until`: day, time and zone in words. */
  expiry(until: string): string;
  nothingBefore: string;
}

export const foundershipOfferedMailWords: Record<LanguageCode, FoundershipOfferedMailWords> = {
  en: {
    subject: (workspace) => `You are asked to take over ${workspace}`,
    heading: "You are asked to be the founder",
    offered: (workspace, founder) =>
      founder
        ? `${founder} wants to hand ${workspace} over to you.`
        : `The founder of ${workspace} wants to hand it over to you.`,
    means:
      "As the founder you may do everything in it, and alone decide on its settings and on who holds which permission. Whoever is the founder now stays, as an administrator without permissions.",
    open: "Look at the offer",
    expiry: (until) => `You can confirm it until ${until}, with your own password.`,
    nothingBefore: "Nothing changes before you confirm. You can also decline, on the same page.",
  },
  fr: {
    subject: (workspace) => `On vous propose de reprendre ${workspace}`,
    heading: "On vous propose le rôle de fondateur",
    offered: (workspace, founder) =>
      founder
        ? `${founder} souhaite vous confier ${workspace}.`
        : `La personne qui a le rôle de fondateur dans ${workspace} souhaite vous le confier.`,
    means:
      "Ce rôle permet de tout faire dans l’espace, et lui seul permet d’en fixer les paramètres et de décider qui y détient quelles autorisations. La personne qui l’a aujourd’hui reste, avec le rôle d’administrateur et sans autorisations.",
    open: "Voir la proposition",
    expiry: (until) => `Vous pouvez confirmer jusqu’au ${until}, avec votre propre mot de passe.`,
    nothingBefore: "Rien ne change avant votre confirmation. Vous pouvez aussi refuser, sur la même page.",
  },
  nl: {
    subject: (workspace) => `U wordt gevraagd ${workspace} over te nemen`,
    heading: "U wordt gevraagd oprichter te zijn",
    offered: (workspace, founder) =>
      founder
        ? `${founder} wil ${workspace} aan u overdragen.`
        : `De oprichter van ${workspace} wil de werkruimte aan u overdragen.`,
    means:
      "Als oprichter mag u er alles, en beslist u als enige over de instellingen en over wie welke machtiging heeft. Wie nu de oprichter is, blijft, als beheerder zonder machtigingen.",
    open: "Het aanbod bekijken",
    expiry: (until) => `U kunt het bevestigen tot ${until}, met uw eigen wachtwoord.`,
    nothingBefore: "Er verandert niets voordat u bevestigt. Weigeren kan ook, op dezelfde pagina.",
  },
};

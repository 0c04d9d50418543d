import type { LanguageCode } from "@usher/rules/language";

interface FoundershipTransferredMailWords {
  /** For the new founder. */
  mine: {
    subject(workspace: string): string;
    heading: string;
    told(workspace: string): string;
    means: string;
  };
  /** For the former one; `founder`: the new one, as people know them. */
  theirs: {
    subject(workspace: string): string;
    heading: string;
    told(workspace: string, founder: string): string;
    means: string;
    unexpected: string;
  };
  open(workspace: string): string;
}

export const foundershipTransferredMailWords: Record<LanguageCode, FoundershipTransferredMailWords> = {
  en: {
    mine: {
      subject: (workspace) => `You are now the founder of ${workspace}`,
      heading: "You are now the founder",
      told: (workspace) => `${workspace} has been handed over to you, as you confirmed.`,
      means:
        "You may do everything in it. You need no permissions any more, and a deletion date of your account is gone: nobody deletes the founder’s.",
    },
    theirs: {
      subject: (workspace) => `${workspace} has another founder`,
      heading: "You have handed the workspace over",
      told: (workspace, founder) => `${founder} has confirmed, and is the founder of ${workspace} from now on.`,
      means:
        "You are an administrator from now on, without permissions. Whichever you need, the new founder can give you.",
      unexpected:
        "If you did not offer this, ask the new founder at once to hand it back, and tell whoever runs the server.",
    },
    open: (workspace) => `Open ${workspace}`,
  },
  fr: {
    mine: {
      subject: (workspace) => `Le rôle de fondateur de ${workspace} vous revient`,
      heading: "Vous avez désormais le rôle de fondateur",
      told: (workspace) => `${workspace} vous a été confié, comme vous l’avez confirmé.`,
      means:
        "Vous pouvez tout y faire. Vous n’avez plus besoin d’autorisations, et la date de suppression de votre compte, s’il en avait une, est levée\u00a0: le compte du fondateur ne se supprime pas.",
    },
    theirs: {
      subject: (workspace) => `Le rôle de fondateur de ${workspace} a changé de mains`,
      heading: "Vous avez confié l’espace",
      told: (workspace, founder) => `${founder} a confirmé et a désormais le rôle de fondateur dans ${workspace}.`,
      means:
        "Vous avez désormais le rôle d’administrateur, sans autorisations. Celles dont vous avez besoin, le nouveau fondateur peut vous les accorder.",
      unexpected:
        "Vous n’avez rien proposé de tel\u202f? Demandez tout de suite au nouveau fondateur de vous rendre ce rôle, et prévenez la personne qui gère le serveur.",
    },
    open: (workspace) => `Ouvrir ${workspace}`,
  },
  nl: {
    mine: {
      subject: (workspace) => `U bent nu de oprichter van ${workspace}`,
      heading: "U bent nu de oprichter",
      told: (workspace) => `${workspace} is aan u overgedragen, zoals u hebt bevestigd.`,
      means:
        "U mag er alles. Machtigingen hebt u niet meer nodig, en een verwijderdatum van uw account is vervallen: dat van de oprichter wordt niet verwijderd.",
    },
    theirs: {
      subject: (workspace) => `${workspace} heeft een andere oprichter`,
      heading: "U hebt de werkruimte overgedragen",
      told: (workspace, founder) => `${founder} heeft bevestigd en is voortaan de oprichter van ${workspace}.`,
      means: "U bent voortaan beheerder, zonder machtigingen. Die u nodig hebt, kan de nieuwe oprichter u geven.",
      unexpected:
        "Hebt u dit niet aangeboden? Vraag de nieuwe oprichter dan meteen om de werkruimte terug te geven, en waarschuw wie de server beheert.",
    },
    open: (workspace) => `${workspace} openen`,
  },
};

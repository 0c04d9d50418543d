import type { LanguageCode } from "@usher/rules/language";
import type { UserType } from "@usher/rules/permissions";

interface SeatLimitMailWords {
  subject(workspace: string): string;
  heading: string;
  /** `limit`: null where it was lifted meanwhile. */
  full(workspace: string, limit: number | null): string;
  waiting: string;
  more(count: number): string;
  /** What the reader can do: the founder sets the limit, administrators deactivate, others ask. */
  remedy: Record<UserType, string>;
  open: string;
  alive: string;
  seldom: string;
}

export const seatLimitMailWords: Record<LanguageCode, SeatLimitMailWords> = {
  en: {
    subject: (workspace) => `No seat free in ${workspace}`,
    heading: "Someone could not join",
    full: (workspace, limit) =>
      limit === null
        ? `Someone whom you added wanted to join ${workspace} and found all seats taken.`
        : `Someone whom you added wanted to join ${workspace} and found all ${limit} seats taken.`,
    waiting: "Waiting for a seat:",
    more: (count) => `and ${count} more`,
    remedy: {
      FOUNDER: "Deactivate accounts that are no longer needed, or raise the limit in Settings.",
      ADMINISTRATOR:
        "Deactivate accounts that are no longer needed, or ask the founder of the workspace for more seats.",
      MEMBER: "Ask an administrator of the workspace to make room.",
    },
    open: "See who is waiting",
    alive: "Their links stay valid: once a seat is free they can use them again, and need no new mail.",
    seldom: "You get this mail once a day at most.",
  },
  fr: {
    subject: (workspace) => `Plus de place libre dans ${workspace}`,
    heading: "Quelqu’un n’a pas pu entrer",
    full: (workspace, limit) =>
      limit === null
        ? `Une personne que vous avez ajoutée a voulu rejoindre ${workspace}, mais toutes les places étaient prises.`
        : `Une personne que vous avez ajoutée a voulu rejoindre ${workspace}, mais ${limit === 1 ? "la seule place était prise" : `les ${limit} places étaient prises`}.`,
    waiting: "En attente d’une place\u00a0:",
    more: (count) => (count === 1 ? "et une autre personne" : `et ${count} autres`),
    remedy: {
      FOUNDER: "Désactivez les comptes devenus inutiles, ou relevez la limite dans les paramètres.",
      ADMINISTRATOR:
        "Désactivez les comptes devenus inutiles, ou demandez plus de places à la personne qui a fondé l’espace.",
      MEMBER: "Demandez à l’administration de l’espace de libérer une place.",
    },
    open: "Voir qui attend",
    alive:
      "Leurs liens restent valables\u00a0: dès qu’une place se libère, ces personnes peuvent s’en servir, sans nouveau message.",
    seldom: "Vous recevez ce message une fois par jour au plus.",
  },
  nl: {
    subject: (workspace) => `Geen plaats vrij in ${workspace}`,
    heading: "Iemand kon niet deelnemen",
    full: (workspace, limit) =>
      limit === null
        ? `Iemand die u hebt toegevoegd, wilde deelnemen aan ${workspace}, maar alle plaatsen waren bezet.`
        : `Iemand die u hebt toegevoegd, wilde deelnemen aan ${workspace}, maar ${limit === 1 ? "de enige plaats was bezet" : `alle ${limit} plaatsen waren bezet`}.`,
    waiting: "Wachten op een plaats:",
    more: (count) => `en nog ${count}`,
    remedy: {
      FOUNDER: "Deactiveer accounts die niet meer nodig zijn, of verhoog de limiet bij Instellingen.",
      ADMINISTRATOR:
        "Deactiveer accounts die niet meer nodig zijn, of vraag de oprichter van de werkruimte om meer plaatsen.",
      MEMBER: "Vraag een beheerder van de werkruimte om plaats te maken.",
    },
    open: "Bekijken wie er wacht",
    alive: "Hun links blijven geldig: zodra er een plaats vrij is, werken ze weer, zonder nieuwe mail.",
    seldom: "U krijgt deze mail hooguit één keer per dag.",
  },
};

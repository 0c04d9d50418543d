import type { LanguageCode } from "@usher/rules/language";

interface NewLinkAskedMailWords {
  subject(asker: string): string;
  /** `when`: day, time and zone in words. */
  expired(asker: string, workspace: string, when: string): string;
  whatToDo: string;
  /** For who invites from a program session and sends no invitation again. */
  inviteAgain: string;
  open: string;
  once: string;
}

export const newLinkAskedMailWords: Record<LanguageCode, NewLinkAskedMailWords> = {
  en: {
    subject: (asker) => `${asker} asks for a new link`,
    expired: (asker, workspace, when) =>
      `The link to ${workspace} that ${asker} was given expired on ${when}, before it was used. Now ${asker} asks for a new one.`,
    whatToDo: "Nothing was sent yet: have a look, and send the link again if you wish.",
    inviteAgain:
      "Nothing was sent yet: have a look, and invite the address once more to the program session if you wish.",
    open: "Have a look",
    once: "However often they ask, you get this mail once, until they have a new link.",
  },
  fr: {
    subject: (asker) => `${asker} demande un nouveau lien`,
    expired: (asker, workspace, when) =>
      `Le lien vers ${workspace} remis à ${asker} a expiré le ${when}, avant d’avoir servi. ${asker} en demande maintenant un nouveau.`,
    whatToDo: "Rien n’a encore été envoyé\u00a0: vérifiez, puis renvoyez le lien si vous le souhaitez.",
    inviteAgain:
      "Rien n’a encore été envoyé\u00a0: vérifiez, puis invitez à nouveau l’adresse à la session de programme si vous le souhaitez.",
    open: "Voir la demande",
    once: "Quel que soit le nombre de demandes, vous recevez ce message une seule fois, jusqu’au prochain lien.",
  },
  nl: {
    subject: (asker) => `${asker} vraagt om een nieuwe link`,
    expired: (asker, workspace, when) =>
      `De link naar ${workspace} die ${asker} kreeg, is verlopen op ${when}, voordat hij gebruikt werd. Nu vraagt ${asker} om een nieuwe.`,
    whatToDo: "Er is nog niets verstuurd: kijk even, en stuur de link opnieuw als u dat wilt.",
    inviteAgain:
      "Er is nog niets verstuurd: kijk even, en nodig het adres opnieuw uit voor de programmasessie als u dat wilt.",
    open: "Bekijken",
    once: "Hoe vaak er ook gevraagd wordt, u krijgt deze mail één keer, tot er een nieuwe link is.",
  },
};

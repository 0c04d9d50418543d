import type { LanguageCode } from "@usher/rules/language";

interface DeletionNoticeMailWords {
  subject(workspace: string): string;
  heading: string;
  /** `day`: in words. */
  planned(workspace: string, day: string): string;
  erased: string;
  mistaken: string;
  open(workspace: string): string;
}

export const deletionNoticeMailWords: Record<LanguageCode, DeletionNoticeMailWords> = {
  en: {
    subject: (workspace) => `Your account in ${workspace} will be deleted`,
    heading: "Your account will be deleted",
    planned: (workspace, day) => `Your account in ${workspace} is set to be deleted on ${day}.`,
    erased:
      "From that day on you cannot sign in any more, and what is stored about you is erased. Save before then what you still need.",
    mistaken: "If this is a mistake, or comes too early, ask your administrator to move or to remove the date.",
    open: (workspace) => `Open ${workspace}`,
  },
  fr: {
    subject: (workspace) => `Votre compte dans ${workspace} va être supprimé`,
    heading: "Votre compte va être supprimé",
    planned: (workspace, day) => `La suppression de votre compte dans ${workspace} est prévue le ${day}.`,
    erased:
      "À partir de ce jour, vous ne pourrez plus vous connecter et les données qui vous concernent seront effacées. Enregistrez d’ici là ce dont vous avez encore besoin.",
    mistaken:
      "S’il s’agit d’une erreur, ou si c’est trop tôt, demandez à la personne qui administre l’espace de déplacer ou de retirer cette date.",
    open: (workspace) => `Ouvrir ${workspace}`,
  },
  nl: {
    subject: (workspace) => `Uw account bij ${workspace} wordt verwijderd`,
    heading: "Uw account wordt verwijderd",
    planned: (workspace, day) => `Uw account bij ${workspace} wordt verwijderd op ${day}.`,
    erased:
      "Vanaf die dag kunt u zich niet meer aanmelden en wordt gewist wat over u is opgeslagen. Bewaar vóór die tijd wat u nog nodig hebt.",
    mistaken:
      "Is dit een vergissing, of komt het te vroeg? Vraag uw beheerder dan de datum te verplaatsen of te schrappen.",
    open: (workspace) => `${workspace} openen`,
  },
};

import type { LanguageCode } from "@usher/rules/language";

interface AddedToGroupsMailWords {
  subject(workspace: string): string;
  heading: string;
  added(workspace: string): string;
  more(count: number): string;
  open(workspace: string): string;
  account: string;
  /** Groups that a preview names. */
  samples: readonly string[];
}

export const addedToGroupsMailWords: Record<LanguageCode, AddedToGroupsMailWords> = {
  en: {
    subject: (workspace) => `You have new groups in ${workspace}`,
    heading: "You have new groups",
    added: (workspace) => `You were added to one or more groups in ${workspace}. You now belong to:`,
    more: (count) => `and ${count} more`,
    open: (workspace) => `Open ${workspace}`,
    account: "You sign in with the account that you already have; nothing else has changed.",
    samples: ["Spring course", "Evening reading"],
  },
  fr: {
    subject: (workspace) => `Vous avez de nouveaux groupes dans ${workspace}`,
    heading: "Vous avez de nouveaux groupes",
    added: (workspace) =>
      `Dans ${workspace}, un ou plusieurs groupes vous comptent désormais parmi leurs membres. Vous faites maintenant partie de\u00a0:`,
    more: (count) => (count === 1 ? "et un autre" : `et ${count} autres`),
    open: (workspace) => `Ouvrir ${workspace}`,
    account: "Vous vous connectez avec le compte que vous avez déjà\u00a0; rien d’autre ne change.",
    samples: ["Cours de printemps", "Lectures du soir"],
  },
  nl: {
    subject: (workspace) => `U hebt nieuwe groepen in ${workspace}`,
    heading: "U hebt nieuwe groepen",
    added: (workspace) => `U bent toegevoegd aan een of meer groepen in ${workspace}. U maakt nu deel uit van:`,
    more: (count) => `en nog ${count}`,
    open: (workspace) => `${workspace} openen`,
    account: "U meldt zich aan met het account dat u al hebt; verder verandert er niets.",
    samples: ["Voorjaarscursus", "Avondlezing"],
  },
};

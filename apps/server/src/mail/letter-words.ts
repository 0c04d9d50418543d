import type { LanguageCode } from "@usher/rules/language";

/** The words around every letter. */
interface LetterWords {
  hello(firstName: string | null): string;
  /** Below the button: some gateways and click trackers drop what follows the # of a link. */
  byHand: string;
  /** The same for the text, where there is no button. */
  byHandInText: string;
  footer(workspace: string): string;
}

export const letterWords: Record<LanguageCode, LetterWords> = {
  en: {
    hello: (firstName) => (firstName ? `Hello ${firstName},` : "Hello,"),
    byHand:
      "If the button does not work, or the page asks for your link, copy this whole address and paste it in your browser or in the field on the page:",
    byHandInText:
      "If the address does not open, or the page asks for your link, copy the whole line above and paste it in your browser or in the field on the page.",
    footer: (workspace) => `Sent automatically on behalf of ${workspace}. Replies are not read.`,
  },
  fr: {
    hello: (firstName) => (firstName ? `Bonjour ${firstName},` : "Bonjour,"),
    byHand:
      "Si le bouton ne fonctionne pas, ou si la page vous demande votre lien, copiez cette adresse en entier et collez-la dans votre navigateur ou dans le champ de la page\u00a0:",
    byHandInText:
      "Si l’adresse ne s’ouvre pas, ou si la page vous demande votre lien, copiez toute la ligne ci-dessus et collez-la dans votre navigateur ou dans le champ de la page.",
    footer: (workspace) => `Message automatique, envoyé pour ${workspace}. Les réponses ne sont pas lues.`,
  },
  nl: {
    hello: (firstName) => (firstName ? `Beste ${firstName},` : "Goedendag,"),
    byHand:
      "Werkt de knop niet, of vraagt de pagina om uw link? Kopieer dan dit volledige adres en plak het in uw browser of in het veld op de pagina:",
    byHandInText:
      "Gaat het adres niet open, of vraagt de pagina om uw link? Kopieer dan de hele regel hierboven en plak die in uw browser of in het veld op de pagina.",
    footer: (workspace) => `Automatisch verstuurd namens ${workspace}. Antwoorden worden niet gelezen.`,
  },
};

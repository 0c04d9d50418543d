import type { LanguageCode } from "@usher/rules/language";

/** What happened, what was not harmed, what to do. */
export const failureWords: Record<LanguageCode, string> = {
  en: "Some rows could not be applied, several times over. What was applied before stays as it is. Import the file again: whoever is invited already is left alone.",
  fr: "Certaines lignes n’ont pas pu être traitées, malgré plusieurs essais. Ce qui a été fait reste en place. Importez de nouveau le fichier : les personnes déjà invitées ne sont pas touchées.",
  nl: "Sommige rijen konden niet worden verwerkt, ook na meerdere pogingen. Wat al gedaan is, blijft staan. Importeer het bestand opnieuw: wie al uitgenodigd is, blijft ongemoeid.",
};

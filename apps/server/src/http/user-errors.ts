import type { LanguageCode } from "@usher/rules/language";
import type { UserError, UserErrorCode } from "@usher/schema/user-error";
import { en } from "./user-error-words/en.js";
import { fr } from "./user-error-words/fr.js";
import { nl } from "./user-error-words/nl.js";

const words = { en, fr, nl };

/**
 * A refusal that the caller can mend. `path` leads into the input, positions from 0.
 * `more` is put behind the message: a fact of this very case, already in the caller's language or without one (a number).
 */
export const userError = (
  language: LanguageCode,
  code: UserErrorCode,
  path: readonly (string | number)[] = [],
  more = "",
): UserError => ({
  code,
  message: more ? `${words[language][code]} ${more}` : words[language][code],
  path: path.map(String),
});

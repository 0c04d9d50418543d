import type { Language } from "../gql/graphql";

/** The languages of the app, each named in itself. */
export const languages = [
  { code: "en", api: "EN", name: "English" },
  { code: "fr", api: "FR", name: "Français" },
  { code: "nl", api: "NL", name: "Nederlands" },
] as const satisfies readonly { code: string; api: Language; name: string }[];

export type LanguageCode = (typeof languages)[number]["code"];

export function isLanguageCode(text: string | null | undefined): text is LanguageCode {
  return languages.some((language) => language.code === text);
}

export function languageCode(language: Language): LanguageCode {
  return language.toLowerCase() as LanguageCode;
}

export function languageName(language: Language): string {
  return languages.find(({ api }) => api === language)?.name ?? language;
}

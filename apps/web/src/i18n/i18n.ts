import i18next, { type ResourceLanguage } from "i18next";
import { initReactI18next } from "react-i18next";
import { browserLanguage, chosenLanguage, rememberLanguage } from "./choose-language";
import en from "./en";
import type { LanguageCode } from "./languages";

const load: Record<LanguageCode, () => Promise<{ default: ResourceLanguage }>> = {
  en: async () => ({ default: en }),
  fr: () => import("./fr"),
  nl: () => import("./nl"),
};

/** Fetches the words of a language when they are not here yet, to write to somebody who reads it. */
export async function loadWords(language: LanguageCode) {
  const words = (await load[language]()).default;
  for (const [namespace, resource] of Object.entries(words)) {
    i18next.addResourceBundle(language, namespace, resource, true, true);
  }
}

/** Switches the words of the whole page. */
export async function showLanguage(language: LanguageCode) {
  await loadWords(language);
  await i18next.changeLanguage(language);
}

/** The reader's own choice: kept for the next visit. */
export async function chooseLanguage(language: LanguageCode) {
  rememberLanguage(language);
  await showLanguage(language);
}

export async function startI18n(language: LanguageCode = chosenLanguage() ?? browserLanguage()) {
  i18next.on("languageChanged", (shown) => {
    document.documentElement.lang = shown;
  });
  await i18next.use(initReactI18next).init({
    lng: "en",
    fallbackLng: "en",
    supportedLngs: ["en", "fr", "nl"],
    resources: { en },
    defaultNS: "common",
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  if (language !== "en") await showLanguage(language);
  document.documentElement.lang = i18next.language;
}

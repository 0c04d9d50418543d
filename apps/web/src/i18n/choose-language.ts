import { isLanguageCode, type LanguageCode } from "./languages";

const place = "usher.language";

/** The language that was chosen in this browser, if one was. */
export function chosenLanguage(): LanguageCode | null {
  try {
    const stored = localStorage.getItem(place);
    return isLanguageCode(stored) ? stored : null;
  } catch {
    return null;
  }
}

/** The language that was chosen in this very tab: it stands above the language that an opened link was written in. */
export function languageOfThisTab(): LanguageCode | null {
  try {
    const stored = sessionStorage.getItem(place);
    return isLanguageCode(stored) ? stored : null;
  } catch {
    return null;
  }
}

export function rememberLanguage(language: LanguageCode) {
  try {
    localStorage.setItem(place, language);
    sessionStorage.setItem(place, language);
  } catch {
    // Storage closed to us: the choice holds until the page is closed.
  }
}

/** The first of the browser's languages that we have. */
export function browserLanguage(wanted: readonly string[] = navigator.languages): LanguageCode {
  for (const tag of wanted) {
    const code = tag.toLowerCase().split("-")[0];
    if (isLanguageCode(code)) return code;
  }
  return "en";
}

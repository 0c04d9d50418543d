import countries from "i18n-iso-countries/index.js";
import { type LanguageCode, languages } from "./language.js";
import { wordKey } from "./word-key.js";

/** Every code of ISO 3166-1 alpha-2. */
export const countryCodes: readonly string[] = Object.keys(countries.getAlpha2Codes()).sort();

/** What people and spreadsheets write where a language's own list has another name. */
const others: Record<string, string[]> = {
  BE: ["Belgien"],
  CD: ["DR Congo", "Congo-Kinshasa", "Democratic Republic of the Congo", "République démocratique du Congo"],
  CG: ["Republic of the Congo", "République du Congo", "Congo-Brazzaville"],
  CI: ["Ivory Coast"],
  CV: ["Cape Verde"],
  CZ: ["Czech Republic", "République tchèque", "Tsjechische Republiek"],
  GB: [
    "UK",
    "Great Britain",
    "England",
    "Scotland",
    "Wales",
    "Grande-Bretagne",
    "Angleterre",
    "Groot-Brittannië",
    "Engeland",
  ],
  KP: ["North Korea", "Corée du Nord", "Noord-Korea"],
  KR: ["South Korea", "Korea", "Republic of Korea", "Corée du Sud", "Corée", "Zuid-Korea"],
  MK: ["Macedonia", "Macédoine", "Macedonië"],
  MM: ["Burma", "Birmanie", "Birma"],
  NL: ["Holland", "Hollande", "The Netherlands"],
  RU: ["Russian Federation", "Fédération de Russie", "Russische Federatie"],
  SZ: ["Swaziland"],
  TL: ["East Timor", "Timor oriental", "Oost-Timor"],
  TR: ["Turkey", "Turquie", "Turkije"],
  VA: ["Vatican", "Vaticaan", "Holy See"],
  VN: ["Viet Nam"],
  US: ["USA", "United States of America", "États-Unis d’Amérique", "Verenigde Staten van Amerika", "America"],
};

/** Made when it is first asked for: 250 countries in three languages take a few milliseconds. */
let known: ReadonlyMap<string, string> | undefined;

function names(): ReadonlyMap<string, string> {
  if (known) return known;
  const map = new Map<string, string>();
  const add = (word: string | undefined, code: string) => {
    const key = word === undefined ? "" : wordKey(word);
    if (key !== "" && !map.has(key)) map.set(key, code);
  };
  for (const code of countryCodes) {
    add(code, code);
    add(countries.alpha2ToAlpha3(code), code);
  }
  for (const language of languages) {
    const displayed = new Intl.DisplayNames(language, { type: "region", fallback: "none" });
    for (const code of countryCodes) add(displayed.of(code), code);
  }
  for (const [code, words] of Object.entries(others)) for (const word of words) add(word, code);
  known = map;
  return map;
}

/** The code of a country (ISO 3166-1 alpha-2) from that code, the alpha-3 code, or its name in English, French or Dutch, however cased. */
export function parseCountry(raw: string): string | undefined {
  return raw.length > 100 ? undefined : names().get(wordKey(raw));
}

/** A country in the reader's words: "Belgique". A code that is none stays as it is. */
export function countryName(code: string, language: LanguageCode): string {
  return /^[A-Z]{2}$/.test(code) ? (new Intl.DisplayNames(language, { type: "region" }).of(code) ?? code) : code;
}

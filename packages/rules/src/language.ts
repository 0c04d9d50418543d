import { nameKey } from "./names.js";

export const languages = ["en", "fr", "nl"] as const;
export type LanguageCode = (typeof languages)[number];

/** ISO 639 codes, and what the languages call themselves and one another. */
const words = new Map<string, LanguageCode>([
  ...["en", "eng", "english", "anglais", "anglaise", "engels", "englisch", "ingles", "inglese"].map(
    (word) => [word, "en"] as const,
  ),
  ...["fr", "fra", "fre", "french", "francais", "francaise", "frans", "franzosisch", "frances", "francese"].map(
    (word) => [word, "fr"] as const,
  ),
  ...[
    "nl",
    "nld",
    "dut",
    "dutch",
    "nederlands",
    "nederlandse",
    "neerlandais",
    "neerlandaise",
    "hollandais",
    "hollands",
    "flemish",
    "flamand",
    "vlaams",
    "niederlandisch",
    "neerlandes",
    "olandese",
  ].map((word) => [word, "nl"] as const),
]);

/** A code or a name, with or without a country: "fr", "FR-be", "nl_NL.UTF-8", "Français (Belgique)", "dutch". */
export function parseLanguage(raw: string): LanguageCode | undefined {
  if (raw.length > 60) return undefined;
  const key = nameKey(raw);
  return words.get(key) ?? words.get(/^([a-z]+)(?:[-_][a-z0-9.@_-]+| ?\([^()]*\))$/.exec(key)?.[1] ?? "");
}

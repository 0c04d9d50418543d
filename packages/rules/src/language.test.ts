import { parseLanguage } from "./language.js";

it.each([
  ["en", "en"],
  ["EN", "en"],
  ["en-GB", "en"],
  ["en_US.UTF-8", "en"],
  ["English", "en"],
  ["English (United Kingdom)", "en"],
  ["anglais", "en"],
  ["Engels", "en"],
  ["fr", "fr"],
  ["FR-be", "fr"],
  ["Français", "fr"],
  ["Franc\u0327ais", "fr"],
  ["FRANÇAIS (BELGIQUE)", "fr"],
  ["french", "fr"],
  ["Frans", "fr"],
  ["fra", "fr"],
  ["nl", "nl"],
  ["nl-NL", "nl"],
  [" Nederlands\u00a0", "nl"],
  ["Néerlandais", "nl"],
  ["Dutch", "nl"],
  ["Vlaams", "nl"],
  ["dut", "nl"],
])("%j means %s (F31)", (raw, language) => {
  expect(parseLanguage(raw)).toBe(language);
});

it.each([
  "",
  " ",
  "de",
  "Deutsch",
  "f",
  "N",
  "fr/nl",
  "fr, nl",
  "english french",
  "fr-",
  "__proto__",
  "constructor",
  "x".repeat(1_000_000),
])("%j is no language of Usher (F31)", (raw) => {
  expect(parseLanguage(raw)).toBeUndefined();
});

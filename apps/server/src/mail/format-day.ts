import type { LanguageCode } from "@usher/rules/language";
import { locales } from "./format-moment.js";

/** A calendar day in words: "Saturday 29 November 2026". `day`: yyyy-mm-dd. */
export const formatDay = (day: string, language: LanguageCode): string =>
  new Date(`${day}T00:00:00.000Z`).toLocaleDateString(locales[language], {
    weekday: "long",
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  });

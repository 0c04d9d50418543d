import type { LanguageCode } from "@usher/rules/language";

/** The day before the month and 24 hours: en alone would be the American way, which most readers here are not used to. */
export const locales: Record<LanguageCode, string> = { en: "en-GB", fr: "fr-FR", nl: "nl-NL" };

const formats = new Map<string, Intl.DateTimeFormat>();

/** Day, time and zone in words: "Saturday 29 November 2026 at 15:30 CET". `timeZone`: an IANA name. */
export function formatMoment(moment: Date, language: LanguageCode, timeZone: string): string {
  const key = `${language} ${timeZone}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(locales[language], {
      weekday: "long",
      day: "numeric",
      month: "long",
      year: "numeric",
      hour: "2-digit",
      minute: "2-digit",
      timeZoneName: "short",
      timeZone,
    });
    formats.set(key, format);
  }
  return format.format(moment);
}

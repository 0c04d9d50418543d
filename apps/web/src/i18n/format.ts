import { useTranslation } from "react-i18next";

/** In minutes. */
const units = [
  ["year", 525_600],
  ["month", 43_200],
  ["day", 1_440],
  ["hour", 60],
  ["minute", 1],
] as const;

/** "in 3 days", "2 hours ago", to the nearest; anything under a minute is "now". */
export function relativeTime(language: string, to: Date, from: Date): string {
  const format = new Intl.RelativeTimeFormat(language, { numeric: "auto" });
  const minutes = Math.round((to.getTime() - from.getTime()) / 60_000);
  for (const [unit, size] of units) {
    // what is left of seven days a moment later is still seven days
    if (Math.abs(minutes) >= size) return format.format(Math.round(minutes / size), unit);
  }
  return format.format(0, "second");
}

/** The app's language as the reader's region writes it: a browser set to en-GB wants 22 Nov, not Nov 22. */
export function regionalLanguage(language: string, preferred: readonly string[] = navigator.languages): string {
  return preferred.find((each) => each === language || each.startsWith(`${language}-`)) ?? language;
}

/** Dates, times and numbers as the reader writes them, in the reader's zone. */
export function useFormat() {
  const { i18n } = useTranslation();
  const language = regionalLanguage(i18n.language);
  return {
    number: (n: number) => new Intl.NumberFormat(language).format(n),
    dateTime: (time: string) =>
      new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "short" }).format(new Date(time)),
    /** The day of a moment, in the reader's zone. */
    date: (time: string) => new Intl.DateTimeFormat(language, { dateStyle: "medium" }).format(new Date(time)),
    exact: (time: string) =>
      new Intl.DateTimeFormat(language, { dateStyle: "full", timeStyle: "long" }).format(new Date(time)),
    /** A calendar day (yyyy-mm-dd), which has no zone and must not move into one. */
    day: (day: string) =>
      new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "UTC" }).format(new Date(`${day}T00:00:00Z`)),
    /** From one calendar day to another, or the one day alone, as short as the reader writes it. */
    days: (from: string, to: string) =>
      new Intl.DateTimeFormat(language, { dateStyle: "medium", timeZone: "UTC" }).formatRange(
        new Date(`${from}T00:00:00Z`),
        new Date(`${to}T00:00:00Z`),
      ),
    relative: (time: string, now = new Date()) => relativeTime(language, new Date(time), now),
    list: (items: string[]) => new Intl.ListFormat(language, { type: "conjunction" }).format(items),
    /** 36 -> "36 hours", 168 -> "7 days". */
    hours: (hours: number) => {
      const [value, unit] = hours % 24 === 0 ? [hours / 24, "day"] : [hours, "hour"];
      return new Intl.NumberFormat(language, { style: "unit", unit, unitDisplay: "long" }).format(value as number);
    },
  };
}

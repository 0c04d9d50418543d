import { useTranslation } from "react-i18next";

const units = [
  ["year", 31_536_000],
  ["month", 2_592_000],
  ["day", 86_400],
  ["hour", 3600],
  ["minute", 60],
] as const;

/** "in 3 days", "2 hours ago"; anything under a minute is "now". */
export function relativeTime(language: string, to: Date, from: Date): string {
  const format = new Intl.RelativeTimeFormat(language, { numeric: "auto" });
  const seconds = (to.getTime() - from.getTime()) / 1000;
  for (const [unit, size] of units) {
    if (Math.abs(seconds) >= size) return format.format(Math.trunc(seconds / size), unit);
  }
  return format.format(0, "second");
}

/** Dates, times and numbers as the reader writes them, in the reader's zone. */
export function useFormat() {
  const { i18n } = useTranslation();
  const language = i18n.language;
  return {
    number: (n: number) => new Intl.NumberFormat(language).format(n),
    dateTime: (time: string) =>
      new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "short" }).format(new Date(time)),
    exact: (time: string) =>
      new Intl.DateTimeFormat(language, { dateStyle: "full", timeStyle: "long" }).format(new Date(time)),
    /** A calendar day (yyyy-mm-dd), which has no zone and must not move into one. */
    day: (day: string) =>
      new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "UTC" }).format(new Date(`${day}T00:00:00Z`)),
    relative: (time: string, now = new Date()) => relativeTime(language, new Date(time), now),
    list: (items: string[]) => new Intl.ListFormat(language, { type: "conjunction" }).format(items),
    /** 36 -> "36 hours", 168 -> "7 days". */
    hours: (hours: number) => {
      const [value, unit] = hours % 24 === 0 ? [hours / 24, "day"] : [hours, "hour"];
      return new Intl.NumberFormat(language, { style: "unit", unit, unitDisplay: "long" }).format(value as number);
    },
  };
}

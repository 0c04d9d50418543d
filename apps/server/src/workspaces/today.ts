/** Making one takes a thousand times as long as using it. */
const formats = new Map<string, Intl.DateTimeFormat>();

/** The calendar day at this moment where the workspace is, yyyy-mm-dd. */
export function todayIn(timeZone: string, now: Date): string {
  // Sweden writes its dates as ISO 8601 does
  const format = formats.get(timeZone) ?? new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short" });
  formats.set(timeZone, format);
  return format.format(now);
}

/** The day so many days later, yyyy-mm-dd. */
export function addDays(day: string, count: number): string {
  const date = new Date(`${day}T00:00:00.000Z`);
  date.setUTCDate(date.getUTCDate() + count);
  return date.toISOString().slice(0, 10);
}

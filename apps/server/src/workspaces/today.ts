/** The calendar day at this moment where the workspace is, yyyy-mm-dd. */
export function todayIn(timeZone: string, now: Date): string {
  // Sweden writes its dates as ISO 8601 does
  return new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short" }).format(now);
}

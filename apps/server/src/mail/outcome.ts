/** What became of one mail in one attempt. `answer`: the mail server's words, or ours where it said nothing. */
export type Outcome =
  | { state: "SENT" | "FAILED" | "SUPPRESSED"; answer: string; tried: boolean }
  /** `tried`: the server answered, so this counts as an attempt. Not counted: it could not be reached. */
  | { state: "QUEUED"; answer: string; tried: boolean; dueAt: Date };

const minute = 60_000;

/** After the first, second, ... refused attempt: in all 48 hours, which outlasts greylisting and a full mailbox over a weekend's day. */
const waits = [1, 5, 15, 60, 120, 240, 480, 720, 1240].map((minutes) => minutes * minute);

/** When to try again after `attempts` attempts that the server answered with "not now"; null when it has been enough. */
export function nextTry(attempts: number, now: Date): Date | null {
  const wait = waits[attempts - 1];
  return wait === undefined ? null : new Date(now.getTime() + wait);
}

/**
 * When to try again after the server could not be reached, or dropped the connection. That is no fault of the mail's, so it
 * is never given up for it; but one whose sending breaks the connection every time comes ever more rarely: its age again,
 * a minute to an hour.
 */
export function nextContact(createdAt: Date, now: Date): Date {
  const age = now.getTime() - createdAt.getTime();
  return new Date(now.getTime() + Math.min(60 * minute, Math.max(minute, age)));
}

/** One line that fits the column, whatever the server wrote. */
export const answerOf = (words: string): string =>
  [
    ...words
      .slice(0, 1_000)
      .replace(/[\p{Cc}\p{Cs}\s]+/gu, " ")
      .trim(),
  ]
    .slice(0, 500)
    .join("");

import type { App } from "../context.js";

/** One dropped connection is everyday; three in a row without a success between them are an outage. */
const missesOfAnOutage = 3;
const shortest = 5_000;
const longest = 60_000;

/** Notices that the mail server cannot be reached, so that not every waiting mail is tried in turn, and when to look again. */
export function makeOutage(app: Pick<App, "clock" | "log">) {
  let misses = 0;
  let pause = shortest;
  let until = 0;
  const isOn = () => app.clock.now().getTime() < until;
  return {
    isOn,
    reached(): void {
      misses = 0;
      pause = shortest;
    },
    /** `words`: what went wrong. */
    missed(words: string): void {
      // those that were under way beside the one that was noticed
      if (isOn()) return;
      misses += 1;
      if (misses < missesOfAnOutage) return;
      app.log.warn({ reason: words, pause }, "the mail server cannot be reached; mails wait");
      until = app.clock.now().getTime() + pause;
      pause = Math.min(longest, pause * 2);
      misses = 0;
    },
  };
}

import { failureOf } from "../../../apollo/failure";

const longestPause = 30_000;
const triesWhenBroken = 5;

export interface Patience {
  signal: AbortSignal;
  /** A try failed; the next begins at `until` (ms since the epoch), or when `tryNow` is called. */
  onPause(until: number, error: unknown, tryNow: () => void): void;
  onGoOn(): void;
  /** Of a pause, in ms. Tests wait less. */
  pause?: (tries: number) => number;
}

/** 1 s, 2 s, 4 s, ... with some chance in it, so that many pages don't come back in one moment. */
const growingPause = (tries: number) => Math.min(longestPause, 1000 * 2 ** (tries - 1)) * (0.75 + Math.random() / 2);

/**
 * Tries until it works, over lost networks, restarting servers and limits. Refusals that no waiting mends are thrown at
 * once; a server that breaks on this very request is given a few tries.
 */
export async function keepTrying<T>(attempt: () => Promise<T>, patience: Patience): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      patience.signal.throwIfAborted();
      const answer = await attempt();
      if (tries > 1) patience.onGoOn();
      return answer;
    } catch (error) {
      patience.signal.throwIfAborted();
      const failure = failureOf(error);
      const mayPass =
        failure.kind === "unreachable" ||
        failure.kind === "rate-limited" ||
        (failure.kind === "broken" && tries < triesWhenBroken);
      if (!mayPass) throw error;
      const asked = failure.kind === "rate-limited" && failure.seconds !== null ? failure.seconds * 1000 : 0;
      await rest(Math.max(asked, (patience.pause ?? growingPause)(tries)), error, patience);
    }
  }
}

/** Until the time is over, the browser is online again, or somebody says so. */
function rest(milliseconds: number, error: unknown, { signal, onPause }: Patience): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = () => {
      clearTimeout(timer);
      window.removeEventListener("online", goOn);
      signal.removeEventListener("abort", stop);
    };
    const goOn = () => {
      end();
      resolve();
    };
    const stop = () => {
      end();
      reject(signal.reason);
    };
    const timer = setTimeout(goOn, milliseconds);
    window.addEventListener("online", goOn);
    signal.addEventListener("abort", stop);
    onPause(Date.now() + milliseconds, error, goOn);
  });
}

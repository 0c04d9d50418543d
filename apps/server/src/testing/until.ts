import { setTimeout as delay } from "node:timers/promises";

/** Asks again until the answer is what the test waits for: background work ends when it ends. The test's own time limit ends it. */
export async function until<Answer>(ask: () => Promise<Answer>, isSo: (answer: Answer) => boolean): Promise<Answer> {
  for (;;) {
    const answer = await ask();
    if (isSo(answer)) return answer;
    await delay(20);
  }
}

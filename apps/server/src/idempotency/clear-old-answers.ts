import { LessThan } from "typeorm";
import type { App } from "../context.js";
import type { Worker } from "../jobs/job-engine.js";
import { IdempotentAnswer } from "./idempotent-answer.entity.js";

const hour = 3_600_000;
const keptFor = 24 * hour;

/** Forgets answers of idempotent calls after a day. */
export function makeAnswerEraser(app: Pick<App, "clock" | "db">): Worker {
  return {
    name: "clear-old-answers",
    concurrency: 1,
    sweepEvery: hour,
    async work() {
      const createdAt = LessThan(new Date(app.clock.now().getTime() - keptFor));
      await app.db.tx((tx) => tx.delete(IdempotentAnswer, { createdAt }));
      return false;
    },
  };
}

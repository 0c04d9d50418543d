import { type EntityTarget, type FindOptionsWhere, In, LessThan } from "typeorm";
import type { App } from "../context.js";
import type { Worker } from "../jobs/job-engine.js";
import { KnownDevice } from "./known-device.entity.js";
import { Session } from "./session.entity.js";

const hour = 3_600_000;
/** As long as the cookie lives that it belongs to. */
const deviceTime = 365 * 24 * hour;
const deletedTogether = 500;

/** Forgets sessions past their absolute end and browsers whose cookie is gone, a bounded piece at a time. */
export function makeSessionEraser(app: Pick<App, "clock" | "db">): Worker {
  return {
    name: "clear-old-sessions",
    concurrency: 1,
    sweepEvery: hour,
    async work() {
      const now = app.clock.now();
      const sessions = await clear(app, Session, { expiresAt: LessThan(now) });
      const devices = await clear(app, KnownDevice, { createdAt: LessThan(new Date(now.getTime() - deviceTime)) });
      return sessions === deletedTogether || devices === deletedTogether;
    },
  };
}

async function clear<Entity extends { id: string }>(
  app: Pick<App, "db">,
  target: EntityTarget<Entity>,
  where: FindOptionsWhere<Entity>,
): Promise<number> {
  const rows = await app.db.read.find(target, { where, take: deletedTogether });
  const ids = { id: In(rows.map(({ id }) => id)) } as FindOptionsWhere<Entity>;
  if (rows.length > 0) await app.db.tx((tx) => tx.delete(target, ids));
  return rows.length;
}

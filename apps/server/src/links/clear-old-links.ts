import { type EntityTarget, type FindOptionsWhere, In, LessThan } from "typeorm";
import type { App } from "../context.js";
import type { Worker } from "../jobs/job-engine.js";
import { EmailChange } from "../users/email-change.entity.js";
import { Link } from "./link.entity.js";

const day = 24 * 60 * 60_000;
/** For so long a dead link still says what became of it. */
const keptFor = 30 * day;
const deletedTogether = 500;

/** Erases links, and changes of address, that ended a month ago, a bounded piece at a time. */
export function makeLinkEraser(app: Pick<App, "clock" | "db">): Worker {
  return {
    name: "clear-old-links",
    concurrency: 1,
    sweepEvery: day,
    async work() {
      const ended = { expiresAt: LessThan(new Date(app.clock.now().getTime() - keptFor)) };
      const links = await clear(app, Link, ended);
      const changes = await clear(app, EmailChange, ended);
      return links === deletedTogether || changes === deletedTogether;
    },
  };
}

async function clear<Entity extends { id: string }>(
  app: Pick<App, "db">,
  target: EntityTarget<Entity>,
  ended: FindOptionsWhere<Entity>,
): Promise<number> {
  const rows = await app.db.read.find(target, { where: ended, take: deletedTogether });
  const ids = rows.map(({ id }) => id);
  // somebody may have opened a change anew since it was read
  if (rows.length > 0)
    await app.db.tx((tx) => tx.delete(target, { ...ended, id: In(ids) } as FindOptionsWhere<Entity>));
  return rows.length;
}

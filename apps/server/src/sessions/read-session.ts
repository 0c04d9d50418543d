import type { EntityManager } from "typeorm";
import type { Actor, App } from "../context.js";
import { readActor } from "../permissions/read-actor.js";
import { hashSecret } from "../secrets/new-secrets.js";
import { Session } from "./session.entity.js";
import { sessionIdleTime } from "./start-session.js";

/** How often a busy session's last use is written. */
const written = 60_000;

/** The actor behind a session's cookie; null when the session is unknown, over, or its account is gone or not active. */
export async function readSession(
  app: Pick<App, "clock" | "db">,
  secret: string,
): Promise<{ actor: Actor; workspaceId: string } | null> {
  const read: EntityManager = app.db.read;
  const session = await read.findOneBy(Session, { secretHash: hashSecret(secret) });
  if (!session) return null;
  const now = app.clock.now();
  const isOver = session.expiresAt <= now || session.lastUsedAt.getTime() + sessionIdleTime <= now.getTime();
  if (isOver) return null;
  const actor = await readActor(read, session.workspaceId, session.userId, session.id);
  if (actor?.status !== "ACTIVE") return null;
  if (now.getTime() - session.lastUsedAt.getTime() > written) {
    await app.db.tx((tx) => tx.update(Session, { id: session.id }, { lastUsedAt: now }));
  }
  return { actor, workspaceId: session.workspaceId };
}

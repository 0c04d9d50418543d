import type { Ctx } from "../context.js";
import { bulkInsert } from "../db/bulk-insert.js";
import { newId } from "../db/ids.js";
import type { Tx } from "../db/transaction.js";
import { newSecret } from "../secrets/new-secrets.js";
import { KnownDevice } from "./known-device.entity.js";
import { Session } from "./session.entity.js";

export const sessionLifetime = 30 * 24 * 60 * 60_000;
export const sessionIdleTime = 3 * 24 * 60 * 60_000;

/** The cookies of a session that is stored but not yet handed out. */
export interface StartedSession {
  sessionId: string;
  session: string;
  device: string;
}

/** Stores a new session, and this browser as one that knows the user. Hand it out with `handOutSession` after the commit. */
export async function startSession(
  tx: Tx,
  ctx: Pick<Ctx, "clock">,
  workspaceId: string,
  userId: string,
): Promise<StartedSession> {
  const now = ctx.clock.now();
  const session = newSecret();
  const device = newSecret();
  const sessionId = newId();
  await bulkInsert(tx, Session, [
    {
      id: sessionId,
      workspaceId,
      userId,
      secretHash: session.hash,
      createdAt: now,
      lastUsedAt: now,
      expiresAt: new Date(now.getTime() + sessionLifetime),
    },
  ]);
  await bulkInsert(tx, KnownDevice, [{ id: newId(), workspaceId, userId, secretHash: device.hash, createdAt: now }]);
  return { sessionId, session: session.secret, device: device.secret };
}

/** Gives the browser the session that was committed. */
export function handOutSession(ctx: Pick<Ctx, "request">, started: StartedSession): void {
  ctx.request.setCookie("session", started.session);
  ctx.request.setCookie("device", started.device);
}

import type { Ctx } from "../context.js";
import { bulkInsert } from "../db/bulk-insert.js";
import { newId } from "../db/ids.js";
import type { Tx } from "../db/transaction.js";
import { hashSecret, newSecret } from "../secrets/new-secrets.js";
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

/** A browser that asks, as far as a new session has to know it. */
interface SessionMaker extends Pick<Ctx, "clock"> {
  readonly request: Pick<Ctx["request"], "deviceSecret">;
}

/** Stores a new session, and this browser as one that knows the user. Hand it out with `handOutSession` after the commit. */
export async function startSession(
  tx: Tx,
  ctx: SessionMaker,
  workspaceId: string,
  userId: string,
): Promise<StartedSession> {
  const now = ctx.clock.now();
  const session = newSecret();
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
  return { sessionId, session: session.secret, device: await knowDevice(tx, ctx, workspaceId, userId) };
}

/** A browser keeps its secret over sign-ins, also when several people share it. */
async function knowDevice(tx: Tx, ctx: SessionMaker, workspaceId: string, userId: string): Promise<string> {
  const secret = ctx.request.deviceSecret ?? newSecret().secret;
  const secretHash = hashSecret(secret);
  if (await tx.existsBy(KnownDevice, { secretHash, userId })) return secret;
  await bulkInsert(tx, KnownDevice, [{ id: newId(), workspaceId, userId, secretHash, createdAt: ctx.clock.now() }]);
  return secret;
}

/** Gives the browser the session that was committed. */
export function handOutSession(ctx: Pick<Ctx, "request">, started: StartedSession): void {
  ctx.request.setCookie("session", started.session);
  ctx.request.setCookie("device", started.device);
}

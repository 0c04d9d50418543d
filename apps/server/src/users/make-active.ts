import type { ActivateUserInput } from "@usher/schema/activate-user";
import type { UserErrorCode } from "@usher/schema/user-error";
import { recordAudit } from "../audit/record-audit.js";
import type { Ctx } from "../context.js";
import { sortKey } from "../db/sort-key.js";
import type { Tx } from "../db/transaction.js";
import type { Link } from "../links/link.entity.js";
import { countDay } from "../onboarding/count-day.js";
import { Session } from "../sessions/session.entity.js";
import { type StartedSession, startSession } from "../sessions/start-session.js";
import { claimSeat } from "../workspaces/claim-seat.js";
import { takenOf } from "./free-username.js";
import { User } from "./user.entity.js";

/** What the owner says; names and username where they were missing. */
export interface OwnDetails {
  firstName?: string;
  lastName?: string;
  username?: string;
  passwordHash: string;
}

/** Rolls the transaction back: nothing was taken, the link lives on. */
export class ActivationRefused extends Error {
  constructor(
    readonly code: UserErrorCode,
    readonly field: keyof ActivateUserInput,
  ) {
    super(code);
  }
}

/**
 * Claims a seat, unless the account has one since its creation, and the account, in this order (everybody locks in the
 * same one). Rejects with ActivationRefused, or with the driver's key conflict when somebody else took the username meanwhile.
 */
export async function makeActive(tx: Tx, ctx: Ctx, link: Link, own: OwnDetails): Promise<StartedSession> {
  const { workspaceId, subjectId: id } = link;
  const user = await tx.findOneBy(User, { id, workspaceId });
  if (!user) throw new ActivationRefused("LINK_CANCELLED", "token");
  const { username } = own;
  if (username && (await takenOf(tx, workspaceId, [username])).size > 0)
    throw new ActivationRefused("USERNAME_TAKEN", "username");
  if (!user.hasSeat && !(await claimSeat(tx, workspaceId))) throw new ActivationRefused("SEAT_LIMIT_REACHED", "token");
  await claimAccount(tx, ctx, link, user, own);
  // the browser's former session ends, as at every sign-in
  if (ctx.actor.sessionId) await tx.delete(Session, { id: ctx.actor.sessionId });
  await recordAudit(tx, ctx, workspaceId, { kind: "link", userId: id }, { type: "user_activated", subject: id });
  const session = await startSession(tx, ctx, workspaceId, id);
  await countDay(tx, ctx, workspaceId, { ACTIVATED: 1 });
  return session;
}

/** One guarded update decides who activates. */
async function claimAccount(tx: Tx, ctx: Ctx, link: Link, user: User, own: OwnDetails): Promise<void> {
  const now = ctx.clock.now();
  if (link.expiresAt <= now) throw new ActivationRefused("LINK_EXPIRED", "token");
  const { id, workspaceId, hasSeat, billedFrom } = user;
  const pending = { id, workspaceId, status: "PENDING" as const, generation: link.generation, hasSeat };
  const { affected } = await tx.update(User, pending, {
    ...own,
    ...(own.firstName && { firstKey: sortKey(own.firstName) }),
    ...(own.lastName && { lastKey: sortKey(own.lastName) }),
    status: "ACTIVE",
    hasSeat: true,
    temporaryUntil: null,
    // every link that was sent before is dead
    generation: link.generation + 1,
    attention: null,
    activatedAt: now,
    billedFrom: billedFrom ?? now,
    lastSignInAt: now,
    updatedAt: now,
  });
  if (affected !== 1) throw new ActivationRefused("LINK_USED", "token");
}

import type { SetTemporaryPasswordInput } from "@usher/schema/password";
import type { UserError, UserErrorCode } from "@usher/schema/user-error";
import { recordAudit } from "../audit/record-audit.js";
import type { Ctx } from "../context.js";
import type { Tx } from "../db/transaction.js";
import { userError } from "../http/user-errors.js";
import { endSessions } from "../sessions/end-sessions.js";
import { findChangeable } from "../users/find-changeable.js";
import { newPasswordProblem } from "../users/own-form.js";
import { passwordContext } from "../users/password-context.js";
import { User } from "../users/user.entity.js";
import { claimSeat } from "../workspaces/claim-seat.js";
import { hashPassword } from "./password-hash.js";
import { generatePassword, temporaryPasswordLifetime } from "./temporary-password.js";

interface TemporaryPassword {
  user: User | null;
  /** The one that was made up, this once; null for one that was given. */
  password: string | null;
  userErrors: UserError[];
}

/**
 * Gives somebody's account a password that lives 48 hours and only leads to the choice of another (F23): the way back for
 * people whom no mail reaches. Ends the account's sessions and kills its links. Somebody who has not acted yet takes a seat by it.
 */
export async function setTemporaryPassword(ctx: Ctx, input: SetTemporaryPasswordInput): Promise<TemporaryPassword> {
  // one's own goes by changePassword, which asks for the present one
  const { user, code } = await findChangeable(ctx, input.userId);
  if (!user) return refuse(ctx, code, "userId");
  const password = input.password ?? generatePassword();
  const weakness = newPasswordProblem(password, await passwordContext(ctx, user));
  if (weakness) return refuse(ctx, weakness, "password");
  const passwordHash = await hashPassword(password);
  const problem = await ctx.tx((tx) => give(tx, ctx, user, passwordHash)).catch(refusalOf);
  if (problem) return refuse(ctx, problem, "userId");
  const changed = await ctx.read.findOneByOrFail(User, { id: user.id });
  return { user: changed, password: input.password == null ? password : null, userErrors: [] };
}

/** Rolls the transaction back. */
class Refused extends Error {
  constructor(readonly code: "SEAT_LIMIT_REACHED" | "CHANGED_MEANWHILE") {
    super(code);
  }
}

function refusalOf(error: unknown): UserErrorCode {
  if (error instanceof Refused) return error.code;
  throw error;
}

async function give(tx: Tx, ctx: Ctx, user: User, passwordHash: string): Promise<null> {
  const { id, workspaceId, status, generation, hasSeat, billedFrom } = user;
  const now = ctx.clock.now();
  if (!hasSeat && !(await claimSeat(tx, workspaceId))) throw new Refused("SEAT_LIMIT_REACHED");
  const asRead = { id, workspaceId, status, generation, hasSeat };
  const { affected } = await tx.update(User, asRead, {
    passwordHash,
    temporaryUntil: new Date(now.getTime() + temporaryPasswordLifetime),
    hasSeat: true,
    // told by hand: there is no mail from whose acceptance it would be billed
    billedFrom: billedFrom ?? now,
    generation: generation + 1,
    // whoever asked for a new link has a way in again
    ...(status === "PENDING" && {
      credential: "PASSWORD" as const,
      activationExpiresAt: null,
      attention: null,
      newLinkAskedAt: null,
    }),
    updatedAt: now,
  });
  if (affected !== 1) throw new Refused("CHANGED_MEANWHILE");
  await endSessions(tx, id);
  const actor = { kind: "user", userId: ctx.actor.userId } as const;
  await recordAudit(tx, ctx, workspaceId, actor, { type: "temporary_password_set", subject: id });
  return null;
}

const refuse = (ctx: Ctx, code: UserErrorCode, field: keyof SetTemporaryPasswordInput): TemporaryPassword => ({
  user: null,
  password: null,
  userErrors: [userError(ctx.language, code, [field])],
});

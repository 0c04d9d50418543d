import { recordAudit } from "../audit/record-audit.js";
import type { Ctx } from "../context.js";
import type { Tx } from "../db/transaction.js";
import { enqueueMail } from "../mail/enqueue-mail.js";
import { endSessions } from "../sessions/end-sessions.js";
import { User } from "../users/user.entity.js";
import { passwordChangedMail } from "./password-changed-mail.js";

interface NewPassword {
  user: User;
  /** Of the link or the account as it was read: whoever set a password since has won. */
  generation: number;
  passwordHash: string;
  /** Who did it, and the session that goes on. */
  by: "link" | "user";
  kept: string | null;
}

/**
 * Gives an ACTIVE account a password of its owner's: other sessions and everything that was sent before are dead, the owner is told.
 * False when somebody else was first.
 */
export async function setPassword(tx: Tx, ctx: Ctx, { user, generation, passwordHash, by, kept }: NewPassword) {
  const { id, workspaceId } = user;
  const { affected } = await tx.update(
    User,
    { id, workspaceId, status: "ACTIVE", generation },
    { passwordHash, temporaryUntil: null, generation: generation + 1, updatedAt: ctx.clock.now() },
  );
  if (affected !== 1) return false;
  await endSessions(tx, id, kept);
  await enqueueMail(tx, ctx, passwordChangedMail(user));
  const type = by === "link" ? ("password_reset" as const) : ("password_changed" as const);
  await recordAudit(tx, ctx, workspaceId, { kind: by, userId: id }, { type, subject: id });
  return true;
}

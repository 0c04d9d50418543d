import { type ParsedEmail, parseEmail } from "@usher/rules/email";
import type { RequestEmailChangeInput } from "@usher/schema/email-change";
import type { UserError, UserErrorCode } from "@usher/schema/user-error";
import { recordAudit } from "../audit/record-audit.js";
import { type Ctx, signedIn } from "../context.js";
import { isKeyConflict } from "../db/bulk-insert.js";
import type { Tx } from "../db/transaction.js";
import { followLeader } from "../groups/follow-leader.js";
import { userError } from "../http/user-errors.js";
import { linkAddress, makeLinks } from "../links/make-links.js";
import { enqueueMail } from "../mail/enqueue-mail.js";
import { isPresentPassword } from "../passwords/is-present-password.js";
import { decidedAfresh } from "../people/changed-meanwhile.js";
import { takeAwaitedPlaces } from "../program-sessions/take-awaited-places.js";
import { emailChangeMail } from "./email-change-mail.js";
import { endWaysIn } from "./end-ways-in.js";
import { findChangeable } from "./find-changeable.js";
import { openEmailChange } from "./open-email-change.js";
import { User } from "./user.entity.js";

interface Requested {
  user: User | null;
  /** Where no mail is delivered: for an administrator to hand over. */
  link: string | null;
  userErrors: UserError[];
}

/**
 * Asks the owner of another address to confirm that it is to be somebody's: one's own with the password, or somebody else's
 * by an administrator. Nothing changes before. Of somebody who has not acted yet the address changes at once: it is the activation
 * that proves it.
 */
export async function requestEmailChange(ctx: Ctx, input: RequestEmailChangeInput): Promise<Requested> {
  const isOwn = input.userId == null || input.userId.toLowerCase() === ctx.actor.userId;
  const { user, problem } = isOwn ? await oneself(ctx, input) : await somebody(ctx, input.userId as string);
  if (!user) return refuse(ctx, ...problem);
  const hasNoMail = ctx.config.mail.delivery === "NONE";
  if (hasNoMail && isOwn) return refuse(ctx, "NO_MAIL_DELIVERY");
  const email = parseEmail(input.email);
  if (!email.ok) return refuse(ctx, email.code, "email");
  if (email.key === user.emailKey) return refuse(ctx, "EMAIL_UNCHANGED", "email");
  await ctx.throttle.emailChanges.spend(signedIn(ctx).userId);
  const isTaken = await ctx.read.existsBy(User, { workspaceId: user.workspaceId, emailKey: email.key });
  if (isTaken) return refuse(ctx, "EMAIL_TAKEN", "email");
  if (user.status === "PENDING") return changeAtOnce(ctx, user, email);
  const secret = await ctx.tx((tx) => ask(tx, ctx, user, email));
  if (secret === null) return refuse(ctx, "CHANGED_MEANWHILE", "email");
  return { user, link: hasNoMail ? linkAddress(ctx, "EMAIL_CHANGE", secret) : null, userErrors: [] };
}

type Problem = [code: UserErrorCode, field?: keyof RequestEmailChangeInput];
type Whose = { user: User; problem?: undefined } | { user?: undefined; problem: Problem };

async function oneself(ctx: Ctx, { password }: RequestEmailChangeInput): Promise<Whose> {
  const { userId: id, workspaceId } = signedIn(ctx);
  if (!password) return { problem: ["REQUIRED", "password"] };
  const user = await ctx.read.findOneByOrFail(User, { id, workspaceId });
  return (await isPresentPassword(ctx, user, password)) ? { user } : { problem: ["PASSWORD_WRONG", "password"] };
}

async function somebody(ctx: Ctx, rawId: string): Promise<Whose> {
  const { user, code } = await findChangeable(ctx, rawId);
  return user ? { user } : { problem: [code, "userId"] };
}

/** The secret of the link; null when the account has changed since it was read. */
async function ask(tx: Tx, ctx: Ctx, user: User, email: ParsedEmail): Promise<string | null> {
  const { workspaceId } = user;
  const change = await openEmailChange(tx, ctx, user, email);
  if (!change) return null;
  const { id: subjectId, generation, expiresAt } = change;
  const link = { workspaceId, purpose: "EMAIL_CHANGE", subjectId, generation, expiresAt } as const;
  const [secret] = await makeLinks(tx, ctx, [link]);
  await enqueueMail(tx, ctx, [emailChangeMail(user, change, secret as string)]);
  const actor = { kind: "user", userId: ctx.actor.userId } as const;
  await recordAudit(tx, ctx, workspaceId, actor, { type: "email_change_asked", subject: user.id });
  return secret as string;
}

async function changeAtOnce(ctx: Ctx, user: User, { email, key }: ParsedEmail): Promise<Requested> {
  const { id, workspaceId, generation, credential, temporaryUntil } = user;
  const now = ctx.clock.now();
  const isChanged = await decidedAfresh(() =>
    ctx.tx(async (tx) => {
      const asRead = { id, workspaceId, generation, status: "PENDING" as const };
      const { affected } = await tx.update(User, asRead, {
        email,
        emailKey: key,
        // what went to the former address opens nothing any more; a password that was told by hand does
        ...endWaysIn(user, now),
        ...(credential === "PASSWORD" && { temporaryUntil }),
        // somebody else did
        openedAt: null,
        updatedAt: now,
      });
      if (affected !== 1) return false;
      await followLeader(tx, user, key);
      const actor = { kind: "user", userId: ctx.actor.userId } as const;
      await recordAudit(tx, ctx, workspaceId, actor, { type: "email_changed", subject: id });
      await takeAwaitedPlaces(tx, ctx, workspaceId, [{ ...user, emailKey: key }]);
      return true;
    }),
  ).catch((error) => {
    if (isKeyConflict(error)) return null;
    throw error;
  });
  if (!isChanged) return refuse(ctx, isChanged === null ? "EMAIL_TAKEN" : "CHANGED_MEANWHILE", "email");
  return { user: await ctx.read.findOneByOrFail(User, { id }), link: null, userErrors: [] };
}

const refuse = (ctx: Ctx, code: UserErrorCode, field?: keyof RequestEmailChangeInput): Requested => ({
  user: null,
  link: null,
  userErrors: [userError(ctx.language, code, field ? [field] : [])],
});

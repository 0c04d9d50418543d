import type { SignInInput } from "@usher/schema/session";
import type { UserError } from "@usher/schema/user-error";
import { recordAudit } from "../audit/record-audit.js";
import type { Ctx } from "../context.js";
import { userError } from "../http/user-errors.js";
import { makeLinks } from "../links/make-links.js";
import { isPassword } from "../passwords/password-hash.js";
import { hashSecret } from "../secrets/new-secrets.js";
import { findByLogin } from "../users/find-by-login.js";
import { User } from "../users/user.entity.js";
import { KnownDevice } from "./known-device.entity.js";
import { Session } from "./session.entity.js";
import { handOutSession, startSession } from "./start-session.js";

/** Hashing a megabyte is refused. */
const longestPassword = 1_024;
/** For choosing a password in place of a temporary one. */
const continueTime = 15 * 60_000;

interface SignedIn {
  user: User | null;
  /** The secret of a link to the choice of a password; in place of a session. */
  continueWith: string | null;
  userErrors: UserError[];
}

/**
 * Signs in with an e-mail or username and a password. WRONG_LOGIN says the same, after the same time, for unknown
 * accounts, wrong passwords and accounts that cannot be used. A temporary password begins no session: its holder has to
 * choose one first (F23). Throws RATE_LIMITED after too many failures.
 */
export async function signIn(ctx: Ctx, input: SignInInput): Promise<SignedIn> {
  const wrong = { user: null, continueWith: null, userErrors: [userError(ctx.language, "WRONG_LOGIN", ["login"])] };
  if (!ctx.workspaceId || input.login.trim() === "" || input.password.length > longestPassword) return wrong;
  const user = await findByLogin(ctx, input.login);
  const budgets = await spendFailure(ctx, user, input.login.trim());
  const use = user && passwordUse(user, ctx.clock.now());
  const isRight = await isPassword(input.password, use && user.passwordHash);
  if (!user || !isRight) return wrong;
  await Promise.all(budgets.map((giveBack) => giveBack()));
  if (use === "TEMPORARY") return { user: null, continueWith: await chooseAnother(ctx, user), userErrors: [] };
  return (await begin(ctx, user)) ? { user, continueWith: null, userErrors: [] } : wrong;
}

/** What the right password is good for; null for nothing. */
function passwordUse({ status, temporaryUntil }: User, now: Date): "SESSION" | "TEMPORARY" | null {
  if (status === "DEACTIVATED") return null;
  if (temporaryUntil !== null) return temporaryUntil > now ? "TEMPORARY" : null;
  return status === "ACTIVE" ? "SESSION" : null;
}

/** False when the account was closed, or its password set anew, since the password was looked at. */
async function begin(ctx: Ctx, user: User): Promise<boolean> {
  const started = await ctx.tx(async (tx) => {
    const { id, generation } = user;
    const same = { id, generation, status: "ACTIVE" as const };
    const { affected } = await tx.update(User, same, { lastSignInAt: ctx.clock.now() });
    if (affected !== 1) return null;
    const session = await startSession(tx, ctx, user.workspaceId, id);
    // the browser's former session ends: a new one at every sign-in (OWASP ASVS V7.2.4)
    if (ctx.actor.sessionId) await tx.delete(Session, { id: ctx.actor.sessionId });
    await recordAudit(tx, ctx, user.workspaceId, { kind: "user", userId: id }, { type: "signed_in", subject: id });
    return session;
  });
  if (started) handOutSession(ctx, started);
  return started !== null;
}

/** A short-lived link to the form that replaces the temporary password: by activation, where the account waits for it. */
function chooseAnother(ctx: Ctx, { id, workspaceId, status, generation }: User): Promise<string> {
  return ctx.tx(async (tx) => {
    const purpose = status === "PENDING" ? ("ACTIVATION" as const) : ("PASSWORD_RESET" as const);
    const expiresAt = new Date(ctx.clock.now().getTime() + continueTime);
    const [secret] = await makeLinks(tx, ctx, [{ workspaceId, purpose, subjectId: id, generation, expiresAt }]);
    const actor = { kind: "user", userId: id } as const;
    await recordAudit(tx, ctx, workspaceId, actor, { type: "temporary_password_used", subject: id });
    return secret as string;
  });
}

/** Counts this attempt as a failure before looking at the password; answers how to take that back. */
async function spendFailure(ctx: Ctx, user: User | null, login: string): Promise<(() => Promise<void>)[]> {
  const { clientAddress } = ctx.request;
  const account = user?.id ?? hashSecret(login.toLowerCase());
  const byDevice = `${account} ${ctx.request.deviceSecret ? hashSecret(ctx.request.deviceSecret) : ""}`;
  const byAddress = `${account} ${clientAddress}`;
  const { signInByDevice, signInByAddress, signInByStrangers, signInFromAddress } = ctx.throttle;
  if (user && (await isKnownDevice(ctx, user))) {
    await signInByDevice.spend(byDevice);
    return [() => signInByDevice.clear(byDevice)];
  }
  await signInFromAddress.spend(clientAddress);
  await signInByAddress.spend(byAddress);
  await signInByStrangers.spend(account);
  return [
    () => signInFromAddress.refund(clientAddress),
    () => signInByAddress.clear(byAddress),
    () => signInByStrangers.refund(account),
  ];
}

async function isKnownDevice(ctx: Ctx, user: User): Promise<boolean> {
  const { deviceSecret } = ctx.request;
  if (!deviceSecret) return false;
  return ctx.read.existsBy(KnownDevice, { secretHash: hashSecret(deviceSecret), userId: user.id });
}

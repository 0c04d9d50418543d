import { plainEmailKey } from "@usher/rules/email";
import type { SignInInput } from "@usher/schema/session";
import { recordAudit } from "../audit/record-audit.js";
import type { Ctx } from "../context.js";
import { userError } from "../http/user-errors.js";
import { isPassword } from "../passwords/password-hash.js";
import { hashSecret } from "../secrets/new-secrets.js";
import { User } from "../users/user.entity.js";
import { KnownDevice } from "./known-device.entity.js";
import { Session } from "./session.entity.js";
import { handOutSession, startSession } from "./start-session.js";

/** Longer ones are no e-mail and no username; hashing a megabyte for nobody is refused. */
const longestLogin = 254;
const longestPassword = 1_024;

/**
 * Signs in with an e-mail or username and a password. WRONG_LOGIN says the same, after the same time, for unknown
 * accounts, wrong passwords and accounts that are not active. Throws RATE_LIMITED after too many failures.
 */
export async function signIn(ctx: Ctx, input: SignInInput) {
  const wrong = { user: null, userErrors: [userError(ctx.language, "WRONG_LOGIN", ["login"])] };
  const login = input.login.trim();
  if (!ctx.workspaceId || login === "" || login.length > longestLogin || input.password.length > longestPassword) {
    return wrong;
  }
  const user = await findByLogin(ctx, ctx.workspaceId, login);
  const budgets = await spendFailure(ctx, user, login);
  const isRight = await isPassword(input.password, user?.status === "ACTIVE" ? user.passwordHash : null);
  if (!user || !isRight) return wrong;
  await Promise.all(budgets.map((giveBack) => giveBack()));
  const started = await ctx.tx(async (tx) => {
    const session = await startSession(tx, ctx, user.workspaceId, user.id);
    await tx.update(User, { id: user.id }, { lastSignInAt: ctx.clock.now() });
    // the browser's former session ends: a new one at every sign-in (OWASP ASVS V7.2.4)
    if (ctx.actor.sessionId) await tx.delete(Session, { id: ctx.actor.sessionId });
    await recordAudit(
      tx,
      ctx,
      user.workspaceId,
      { kind: "user", userId: user.id },
      { type: "signed_in", subject: user.id },
    );
    return session;
  });
  handOutSession(ctx, started);
  return { user, sessionId: started.sessionId, userErrors: [] };
}

function findByLogin(ctx: Ctx, workspaceId: string, login: string): Promise<User | null> {
  const by = login.includes("@") ? { emailKey: plainEmailKey(login) } : { username: login.toLowerCase() };
  return ctx.read.findOneBy(User, { workspaceId, ...by });
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

import type { RequestPasswordResetInput } from "@usher/schema/password";
import type { UserError } from "@usher/schema/user-error";
import { recordAudit } from "../audit/record-audit.js";
import type { Ctx } from "../context.js";
import type { Tx } from "../db/transaction.js";
import { userError } from "../http/user-errors.js";
import { makeLinks } from "../links/make-links.js";
import { enqueueMail } from "../mail/enqueue-mail.js";
import { atLeast } from "../throttle/at-least.js";
import { findByLogin } from "../users/find-by-login.js";
import { sendActivationAgain } from "../users/send-activation-again.js";
import type { User } from "../users/user.entity.js";
import { passwordResetLifetime, passwordResetMail } from "./password-reset-mail.js";

/** More than sending a link takes, so that the time does not tell whether there is somebody to send one to. */
const answerTime = 300;

/**
 * Mails a link to a new password to whom this e-mail address or username belongs. The answer is the same, after the same
 * time, for everybody else: nobody learns who is here. Who has not acted yet gets the activation mail again. Former links live on, so that a stranger who asks takes nothing away.
 */
export async function requestPasswordReset(
  ctx: Ctx,
  { login }: RequestPasswordResetInput,
): Promise<{ userErrors: UserError[] }> {
  if (login.trim() === "") return { userErrors: [userError(ctx.language, "REQUIRED", ["login"])] };
  if (ctx.config.mail.delivery === "NONE") return { userErrors: [userError(ctx.language, "NO_MAIL_DELIVERY")] };
  await ctx.throttle.resetsFromAddress.spend(ctx.request.clientAddress);
  await atLeast(answerTime, sendTo(ctx, login));
  return { userErrors: [] };
}

async function sendTo(ctx: Ctx, login: string): Promise<void> {
  const found = await findByLogin(ctx, login);
  const user = found && (await isWithinBudget(ctx, found)) ? found : null;
  // for nobody too: on SQLite whoever writes waits for others
  await ctx.tx(async (tx) => {
    if (user?.status === "ACTIVE" && user.email !== null) await sendReset(tx, ctx, user);
    if (user?.status === "PENDING") await sendActivationAgain(tx, ctx, user);
  });
}

const isWithinBudget = (ctx: Ctx, user: User): Promise<boolean> =>
  ctx.throttle.resetsOfAccount.spend(user.id).then(
    () => true,
    () => false,
  );

async function sendReset(tx: Tx, ctx: Ctx, user: User): Promise<void> {
  const { id: subjectId, workspaceId, generation } = user;
  const expiresAt = new Date(ctx.clock.now().getTime() + passwordResetLifetime);
  const link = { workspaceId, purpose: "PASSWORD_RESET", subjectId, generation, expiresAt } as const;
  const [secret] = await makeLinks(tx, ctx, [link]);
  await enqueueMail(tx, ctx, passwordResetMail(user, secret as string));
  const actor = { kind: "system", userId: null } as const;
  await recordAudit(tx, ctx, workspaceId, actor, { type: "password_reset_asked", subject: subjectId });
}

import { can } from "@usher/rules/permissions";
import type { FoundershipTransferPayload, RequestFoundershipTransferInput } from "@usher/schema/foundership";
import type { UserErrorCode } from "@usher/schema/user-error";
import { recordAudit } from "../audit/record-audit.js";
import { type Ctx, require } from "../context.js";
import { bulkInsert } from "../db/bulk-insert.js";
import { parseId } from "../db/ids.js";
import type { Tx } from "../db/transaction.js";
import { notFound } from "../http/refusals.js";
import { userError } from "../http/user-errors.js";
import { enqueueMail } from "../mail/enqueue-mail.js";
import { isPresentPassword } from "../passwords/is-present-password.js";
import { endOthersWaysIn } from "../users/end-others-ways-in.js";
import { User } from "../users/user.entity.js";
import { foundershipOfferedMail, transferLifetime } from "./foundership-offered-mail.js";
import { FoundershipTransfer } from "./foundership-transfer.entity.js";
import { foundersNeed, holdFounder } from "./hold-founder.js";
import { holdGrantee } from "./hold-grantee.js";

/**
 * Offers the workspace to another user, in place of an earlier offer. The founder's password is asked for, since a browser may have been
 * left open; nothing changes before the other one confirms.
 */
export async function requestFoundershipTransfer(
  ctx: Ctx,
  input: RequestFoundershipTransferInput,
): Promise<FoundershipTransferPayload> {
  const { userId: founderId, workspaceId } = require(ctx, can.transferFoundership(ctx.actor), foundersNeed);
  const id = parseId(input.userId);
  const other = id && (await ctx.read.findOneBy(User, { id, workspaceId }));
  if (!other) throw notFound("user");
  if (other.id === founderId) return refuse(ctx, "NOT_ONESELF", "userId");
  if (other.status !== "ACTIVE") return refuse(ctx, "USER_NOT_ACTIVE", "userId");
  const founder = await ctx.read.findOneByOrFail(User, { id: founderId, workspaceId });
  if (!(await isPresentPassword(ctx, founder, input.password))) return refuse(ctx, "PASSWORD_WRONG", "password");
  const transfer = await ctx.tx((tx) => offer(tx, ctx, founder, other.id));
  return transfer ? { transfer, userErrors: [] } : refuse(ctx, "USER_NOT_ACTIVE", "userId");
}

/** null when the other one was deactivated meanwhile. */
async function offer(tx: Tx, ctx: Ctx, founder: User, toId: string): Promise<FoundershipTransfer | null> {
  const { id: fromId, workspaceId } = founder;
  await holdFounder(tx, workspaceId, fromId);
  const other = await holdGrantee(tx, workspaceId, toId);
  if (other.status !== "ACTIVE") return null;
  const actor = { kind: "user", userId: fromId } as const;
  const now = ctx.clock.now();
  const former = await tx.findOneBy(FoundershipTransfer, { workspaceId });
  const { affected } = await tx.delete(FoundershipTransfer, { workspaceId });
  if (former && affected && former.expiresAt > now) {
    await recordAudit(tx, ctx, workspaceId, actor, { type: "foundership_withdrawn", subject: former.toId });
  }
  const expiresAt = new Date(now.getTime() + transferLifetime);
  const transfer: FoundershipTransfer = { workspaceId, fromId, toId, createdAt: now, expiresAt };
  await bulkInsert(tx, FoundershipTransfer, [transfer]);
  // whoever gets into this account now could take the workspace over
  await endOthersWaysIn(tx, ctx, other);
  await enqueueMail(tx, ctx, foundershipOfferedMail(other));
  await recordAudit(tx, ctx, workspaceId, actor, { type: "foundership_offered", subject: toId });
  return transfer;
}

const refuse = (
  ctx: Ctx,
  code: UserErrorCode,
  field: keyof RequestFoundershipTransferInput,
): FoundershipTransferPayload => ({ transfer: null, userErrors: [userError(ctx.language, code, [field])] });

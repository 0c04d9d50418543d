import { can } from "@usher/rules/permissions";
import type { ConfirmFoundershipTransferInput, FoundershipTransferPayload } from "@usher/schema/foundership";
import type { UserErrorCode } from "@usher/schema/user-error";
import { In, MoreThan } from "typeorm";
import { recordAudit } from "../audit/record-audit.js";
import { type Ctx, require } from "../context.js";
import type { Tx } from "../db/transaction.js";
import { userError } from "../http/user-errors.js";
import { enqueueMail } from "../mail/enqueue-mail.js";
import { isPresentPassword } from "../passwords/is-present-password.js";
import { User } from "../users/user.entity.js";
import { Workspace } from "../workspaces/workspace.entity.js";
import { FoundershipTransfer } from "./foundership-transfer.entity.js";
import { foundershipTransferredMail } from "./foundership-transferred-mail.js";
import { Grant } from "./grant.entity.js";

/** Takes the workspace over, for whoever it was offered to. Of many at once, and of a withdrawal at the same moment, exactly one happens. */
export async function confirmFoundershipTransfer(
  ctx: Ctx,
  { password }: ConfirmFoundershipTransferInput,
): Promise<FoundershipTransferPayload> {
  const { userId: toId, workspaceId } = require(ctx, can.useWorkspace(ctx.actor), "a validated identity");
  const open = { workspaceId, toId, expiresAt: MoreThan(ctx.clock.now()) };
  const offer = await ctx.read.findOneBy(FoundershipTransfer, open);
  if (!offer) return refuse(ctx, "TRANSFER_CLOSED");
  const user = await ctx.read.findOneByOrFail(User, { id: toId, workspaceId });
  if (!(await isPresentPassword(ctx, user, password))) return refuse(ctx, "PASSWORD_WRONG", "password");
  try {
    await ctx.tx((tx) => handOver(tx, ctx, offer, user));
    return { transfer: null, userErrors: [] };
  } catch (error) {
    if (error instanceof Overtaken) return refuse(ctx, error.code);
    throw error;
  }
}

/** Rolls the transaction back: somebody else was first. */
class Overtaken extends Error {
  constructor(readonly code: "TRANSFER_CLOSED" | "CHANGED_MEANWHILE") {
    super(code);
  }
}

/** `to`: as their password was checked; an administrator may have set another since. */
async function handOver(tx: Tx, ctx: Ctx, { fromId, createdAt }: FoundershipTransfer, to: User): Promise<void> {
  const { id: toId, workspaceId, generation } = to;
  const updatedAt = ctx.clock.now();
  const founder = { id: fromId, workspaceId, userType: "FOUNDER" as const };
  const gaveUp = await tx.update(User, founder, { userType: "ADMINISTRATOR", updatedAt });
  if (gaveUp.affected !== 1) throw new Overtaken("TRANSFER_CLOSED");
  const taking = { id: toId, workspaceId, status: "ACTIVE" as const, generation };
  const tookOver = await tx.update(User, taking, {
    userType: "FOUNDER",
    // nobody deletes the founder, on a date either
    deletionDate: null,
    deletionAnnouncedFor: null,
    // a change of address that an administrator asked for would lead that one in as the founder
    generation: generation + 1,
    updatedAt,
  });
  if (tookOver.affected !== 1) throw new Overtaken("CHANGED_MEANWHILE");
  const offer = { workspaceId, fromId, toId, createdAt, expiresAt: MoreThan(updatedAt) };
  if ((await tx.delete(FoundershipTransfer, offer)).affected !== 1) throw new Overtaken("TRANSFER_CLOSED");
  await tx.delete(Grant, { workspaceId, userId: In([fromId, toId]) });
  await tx.update(Workspace, { id: workspaceId }, { founderId: toId });
  const from = await tx.findOneByOrFail(User, { id: fromId, workspaceId });
  await enqueueMail(tx, ctx, [...foundershipTransferredMail(to), ...foundershipTransferredMail(from)]);
  const actor = { kind: "user", userId: toId } as const;
  await recordAudit(tx, ctx, workspaceId, actor, { type: "foundership_transferred", subject: toId, from: fromId });
  await recordAudit(tx, ctx, workspaceId, actor, { type: "foundership_handed_over", subject: fromId, to: toId });
}

const refuse = (
  ctx: Ctx,
  code: UserErrorCode,
  ...path: (keyof ConfirmFoundershipTransferInput)[]
): FoundershipTransferPayload => ({ transfer: null, userErrors: [userError(ctx.language, code, path)] });

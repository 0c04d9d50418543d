import type { FoundershipTransferPayload } from "@usher/schema/foundership";
import { MoreThan } from "typeorm";
import { recordAudit } from "../audit/record-audit.js";
import type { Ctx } from "../context.js";
import type { Tx } from "../db/transaction.js";
import { userError } from "../http/user-errors.js";
import { FoundershipTransfer } from "./foundership-transfer.entity.js";
import { openTransfer } from "./open-transfer.js";

/** Withdraws the open offer, for the founder; declines it, for the one to whom it was made. */
export async function cancelFoundershipTransfer(ctx: Ctx): Promise<FoundershipTransferPayload> {
  const offer = await openTransfer(ctx);
  const isEnded = offer !== null && (await ctx.tx((tx) => end(tx, ctx, offer)));
  return { transfer: null, userErrors: isEnded ? [] : [userError(ctx.language, "TRANSFER_CLOSED")] };
}

/** False when it was confirmed, ended or replaced since it was read. */
async function end(tx: Tx, ctx: Ctx, { workspaceId, fromId, toId, createdAt }: FoundershipTransfer): Promise<boolean> {
  const open = { workspaceId, fromId, toId, createdAt, expiresAt: MoreThan(ctx.clock.now()) };
  const { affected } = await tx.delete(FoundershipTransfer, open);
  if (affected !== 1) return false;
  const actor = { kind: "user", userId: ctx.actor.userId } as const;
  await recordAudit(tx, ctx, workspaceId, actor, { type: "foundership_withdrawn", subject: toId });
  return true;
}

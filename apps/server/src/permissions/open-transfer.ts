import { can } from "@usher/rules/permissions";
import { MoreThan } from "typeorm";
import { type Ctx, require } from "../context.js";
import { FoundershipTransfer } from "./foundership-transfer.entity.js";

/** The open offer that the viewer made or was made; null for everybody else, and once it has expired. */
export async function openTransfer(ctx: Ctx): Promise<FoundershipTransfer | null> {
  const { userId, workspaceId } = require(ctx, can.useWorkspace(ctx.actor), "a validated identity");
  const open = { workspaceId, expiresAt: MoreThan(ctx.clock.now()) };
  return ctx.read.findOneBy(FoundershipTransfer, [
    { ...open, fromId: userId },
    { ...open, toId: userId },
  ]);
}

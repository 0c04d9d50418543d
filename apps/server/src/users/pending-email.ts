import { In, MoreThan } from "typeorm";
import type { Ctx } from "../context.js";
import { EmailChange } from "./email-change.entity.js";
import { User } from "./user.entity.js";

/** The address that waits to be confirmed; null for none. One read for all of a request. */
export async function pendingEmailOf(ctx: Ctx, userId: string): Promise<string | null> {
  const change = await ctx.loaders
    .named<string, EmailChange | null>("open email change", (ids) => openChanges(ctx, ids))
    .load(userId);
  const user = change && (await ctx.loaders.byId(User).load(userId));
  return change && user?.generation === change.userGeneration ? change.email : null;
}

async function openChanges(ctx: Ctx, userIds: readonly string[]): Promise<(EmailChange | null)[]> {
  const alive = { userId: In([...userIds]), state: "OPEN" as const, expiresAt: MoreThan(ctx.clock.now()) };
  const byUser = new Map((await ctx.read.findBy(EmailChange, alive)).map((change) => [change.userId, change]));
  return userIds.map((id) => byUser.get(id) ?? null);
}

import { recordAudit } from "../audit/record-audit.js";
import { type Ctx, signedIn } from "../context.js";
import { User } from "../users/user.entity.js";
import { accountOf } from "./account-of.js";
import { historyOf } from "./history-of.js";
import { identityOf } from "./identity-of.js";
import { mailsTo } from "./mails-to.js";

/** All that is kept of the signed-in user, as a JSON document to read and to take along. That it was exported is recorded first. */
export async function exportOwnData(ctx: Ctx): Promise<string> {
  const { userId, workspaceId } = signedIn(ctx);
  await ctx.throttle.ownData.spend(userId);
  const actor = { kind: "user", userId } as const;
  const event = { type: "own_data_exported", subject: userId } as const;
  await ctx.tx((tx) => recordAudit(tx, ctx, workspaceId, actor, event));
  const user = await ctx.read.findOneByOrFail(User, { id: userId, workspaceId });
  const [account, identity, mails, history] = await Promise.all([
    accountOf(ctx, user),
    identityOf(ctx, user),
    mailsTo(ctx, user),
    historyOf(ctx, user),
  ]);
  return JSON.stringify({ exportedAt: ctx.clock.now(), ...account, ...mails, ...identity, ...history }, null, 2);
}

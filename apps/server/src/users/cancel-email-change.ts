import { can } from "@usher/rules/permissions";
import { recordAudit } from "../audit/record-audit.js";
import { type Ctx, require } from "../context.js";
import { EmailChange } from "./email-change.entity.js";
import { findUser } from "./find-user.js";
import type { User } from "./user.entity.js";

/** Withdraws a change of address that is not confirmed yet; its links die. Fine where there is none. */
export async function cancelEmailChange(ctx: Ctx, userId: string | null): Promise<User> {
  const id = userId ?? ctx.actor.userId ?? "";
  const user = await findUser(ctx, id);
  const isOwn = user.id === ctx.actor.userId;
  const { workspaceId } = require(ctx, isOwn ||
    can.changeUser(ctx.actor, { isFounder: user.userType === "FOUNDER" }), "being an administrator");
  await ctx.tx(async (tx) => {
    const { affected } = await tx.update(EmailChange, { userId: user.id, state: "OPEN" }, { state: "CANCELLED" });
    if (!affected) return;
    const actor = { kind: "user", userId: ctx.actor.userId } as const;
    await recordAudit(tx, ctx, workspaceId, actor, { type: "email_change_cancelled", subject: user.id });
  });
  return user;
}

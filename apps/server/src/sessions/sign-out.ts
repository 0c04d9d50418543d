import { recordAudit } from "../audit/record-audit.js";
import type { Ctx } from "../context.js";
import { Session } from "./session.entity.js";

/** Ends this browser's session. Signing out twice is fine. */
export async function signOut(ctx: Ctx): Promise<void> {
  const { sessionId, userId } = ctx.actor;
  ctx.request.setCookie("session", null);
  if (!sessionId || !userId || !ctx.workspaceId) return;
  const { workspaceId } = ctx;
  await ctx.tx(async (tx) => {
    const { affected } = await tx.delete(Session, { id: sessionId });
    if (!affected) return;
    await recordAudit(tx, ctx, workspaceId, { kind: "user", userId }, { type: "signed_out", subject: userId });
  });
}

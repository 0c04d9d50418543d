import type { UserError } from "@usher/schema/user-error";
import { IsNull } from "typeorm";
import type { Ctx } from "../context.js";
import { userError } from "../http/user-errors.js";
import { linkProblem, readLink } from "../links/read-link.js";
import { Invitation } from "./invitation.entity.js";

/** Notes that a person, not a mail scanner, has the page open (F20): the first time counts, nothing else changes. */
export async function reportLinkOpened(ctx: Ctx, token: string): Promise<{ userErrors: UserError[] }> {
  await ctx.throttle.links.spend(ctx.request.clientAddress);
  const now = ctx.clock.now();
  const { state, invitation } = await readLink(ctx.read, ctx.workspaceId, token, now);
  if (state !== "VALID") return { userErrors: [userError(ctx.language, linkProblem(state), ["token"])] };
  if (invitation && invitation.openedAt === null) {
    await ctx.tx((tx) => tx.update(Invitation, { id: invitation.id, openedAt: IsNull() }, { openedAt: now }));
  }
  return { userErrors: [] };
}

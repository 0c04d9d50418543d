import type { UserError } from "@usher/schema/user-error";
import { IsNull } from "typeorm";
import type { Ctx } from "../context.js";
import { userError } from "../http/user-errors.js";
import { Invitation } from "../invitations/invitation.entity.js";
import { countDay } from "../onboarding/count-day.js";
import { User } from "../users/user.entity.js";
import { linkProblem, lookUpLink } from "./read-link.js";

/** Notes that a person, not a mail scanner, has the page open (F20): the first time counts, nothing else changes. */
export async function reportLinkOpened(ctx: Ctx, token: string): Promise<{ userErrors: UserError[] }> {
  const { state, link, invitation, user } = await lookUpLink(ctx, token);
  if (state !== "VALID") return { userErrors: [userError(ctx.language, linkProblem(state), ["token"])] };
  const unopened = { openedAt: IsNull() };
  const opened = { openedAt: ctx.clock.now() };
  if (invitation?.openedAt === null) {
    const { id, workspaceId } = invitation;
    await ctx.tx(async (tx) => {
      const { affected } = await tx.update(Invitation, { id, ...unopened }, opened);
      await countDay(tx, ctx, workspaceId, { OPENED: affected ?? 0 });
    });
  } else if (link?.purpose === "ACTIVATION" && user?.openedAt === null) {
    const { id, workspaceId } = user;
    await ctx.tx(async (tx) => {
      const { affected } = await tx.update(User, { id, ...unopened }, opened);
      await countDay(tx, ctx, workspaceId, { OPENED: affected ?? 0 });
    });
  }
  return { userErrors: [] };
}

import type { UserError } from "@usher/schema/user-error";
import { IsNull } from "typeorm";
import type { Ctx } from "../context.js";
import { userError } from "../http/user-errors.js";
import { Invitation } from "../invitations/invitation.entity.js";
import { User } from "../users/user.entity.js";
import { linkProblem, lookUpLink } from "./read-link.js";

/** Notes that a person, not a mail scanner, has the page open (F20): the first time counts, nothing else changes. */
export async function reportLinkOpened(ctx: Ctx, token: string): Promise<{ userErrors: UserError[] }> {
  const { state, link, invitation, user } = await lookUpLink(ctx, token);
  if (state !== "VALID") return { userErrors: [userError(ctx.language, linkProblem(state), ["token"])] };
  const unopened = { openedAt: IsNull() };
  const opened = { openedAt: ctx.clock.now() };
  if (invitation?.openedAt === null) {
    await ctx.tx((tx) => tx.update(Invitation, { id: invitation.id, ...unopened }, opened));
  } else if (link?.purpose === "ACTIVATION" && user?.openedAt === null) {
    await ctx.tx((tx) => tx.update(User, { id: user.id, ...unopened }, opened));
  }
  return { userErrors: [] };
}

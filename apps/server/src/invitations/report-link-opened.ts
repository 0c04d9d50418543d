import type { UserError } from "@usher/schema/user-error";
import { IsNull } from "typeorm";
import type { Ctx } from "../context.js";
import { userError } from "../http/user-errors.js";
import { linkProblem, lookUpLink } from "../links/read-link.js";
import { Invitation } from "./invitation.entity.js";

/** Notes that a person, not a mail scanner, has the page open (F20): the first time counts, nothing else changes. */
export async function reportLinkOpened(ctx: Ctx, token: string): Promise<{ userErrors: UserError[] }> {
  const { state, invitation } = await lookUpLink(ctx, token);
  if (state !== "VALID") return { userErrors: [userError(ctx.language, linkProblem(state), ["token"])] };
  if (invitation && invitation.openedAt === null) {
    await ctx.tx((tx) =>
      tx.update(Invitation, { id: invitation.id, openedAt: IsNull() }, { openedAt: ctx.clock.now() }),
    );
  }
  return { userErrors: [] };
}

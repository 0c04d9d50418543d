import type { Ctx } from "../context.js";
import { User } from "../users/user.entity.js";
import type { ReadLink } from "./read-link.js";

/**
 * Whether someone else is signed in here than whom the link is for: anyone but its account, or, of an invitation, an
 * account with the very address that was invited.
 */
export async function isViewerOther(
  ctx: Pick<Ctx, "actor" | "read">,
  { invitation, user }: Pick<ReadLink, "invitation" | "user">,
): Promise<boolean> {
  const { userId } = ctx.actor;
  if (!userId) return false;
  if (!invitation) return userId !== user?.id;
  const viewer = await ctx.read.findOneBy(User, { id: userId, workspaceId: invitation.workspaceId });
  return viewer?.emailKey !== invitation.emailKey;
}

import { maskEmail } from "@usher/rules/email";
import type { LinkPreview } from "@usher/schema/link";
import type { Ctx } from "../context.js";
import type { Invitation } from "../invitations/invitation.entity.js";
import { personName } from "../mail/person-name.js";
import { freeUsername } from "../users/free-username.js";
import { User } from "../users/user.entity.js";
import { Workspace } from "../workspaces/workspace.entity.js";
import { lookUpLink } from "./read-link.js";

const nothing = {
  emailMasked: null,
  needs: [],
  firstName: null,
  lastName: null,
  suggestedUsername: null,
  inviterName: null,
} satisfies Partial<LinkPreview>;

/** What the holder of a link sees before acting. Consumes nothing, however often it is read; null before founding. */
export async function previewLink(ctx: Ctx, token: string): Promise<LinkPreview | null> {
  const workspace = ctx.workspaceId && (await ctx.read.findOneBy(Workspace, { id: ctx.workspaceId }));
  if (!workspace) return null;
  const { state, link, invitation } = await lookUpLink(ctx, token);
  const always = {
    purpose: link?.purpose ?? "INVITATION",
    state,
    workspaceName: workspace.name,
    language: invitation?.language ?? ctx.language,
    expiresAt: invitation && link ? earlier(invitation.expiresAt, link.expiresAt) : null,
    viewerIsOther: false,
  };
  if (state !== "VALID" || !invitation) return { ...nothing, ...always };
  const [username, inviter, viewerIsOther] = await Promise.all([
    freeUsername(ctx.read, workspace.id, invitation.email, invitation.username),
    ctx.read.findOneBy(User, { id: invitation.inviterId, workspaceId: workspace.id }),
    isViewerOther(ctx, invitation),
  ]);
  return {
    ...always,
    viewerIsOther,
    emailMasked: maskEmail(invitation.email),
    needs: ["firstName", "lastName", "username", "password"],
    firstName: invitation.firstName,
    lastName: invitation.lastName,
    suggestedUsername: username,
    inviterName: (inviter && personName(inviter)) || null,
  };
}

const earlier = (a: Date, b: Date): Date => (a < b ? a : b);

/** Whether someone else is signed in here: anyone but an account with the very address that was invited. */
export async function isViewerOther(ctx: Pick<Ctx, "actor" | "read">, invitation: Invitation): Promise<boolean> {
  const { userId } = ctx.actor;
  if (!userId) return false;
  const viewer = await ctx.read.findOneBy(User, { id: userId, workspaceId: invitation.workspaceId });
  return viewer?.emailKey !== invitation.emailKey;
}

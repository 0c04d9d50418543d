import { maskEmail } from "@usher/rules/email";
import type { LinkPreview } from "@usher/schema/link";
import type { Ctx } from "../context.js";
import type { Invitation } from "../invitations/invitation.entity.js";
import { personName } from "../mail/person-name.js";
import { freeUsername } from "../users/free-username.js";
import { missingDetails } from "../users/own-form.js";
import { User } from "../users/user.entity.js";
import { Workspace } from "../workspaces/workspace.entity.js";
import { isViewerOther } from "./is-viewer-other.js";
import { lookUpLink, type ReadLink } from "./read-link.js";

/** What depends on whom the link is for. */
type Personal = Pick<
  LinkPreview,
  "emailMasked" | "needs" | "firstName" | "lastName" | "suggestedUsername" | "inviterName"
>;

const nothing: Personal = {
  emailMasked: null,
  needs: [],
  firstName: null,
  lastName: null,
  suggestedUsername: null,
  inviterName: null,
};

/** What the holder of a link sees before acting. Consumes nothing, however often it is read; null before founding. */
export async function previewLink(ctx: Ctx, token: string): Promise<LinkPreview | null> {
  const workspace = ctx.workspaceId && (await ctx.read.findOneBy(Workspace, { id: ctx.workspaceId }));
  if (!workspace) return null;
  const found = await lookUpLink(ctx, token);
  const { state, link, invitation, user } = found;
  const isValid = state === "VALID";
  const [personal, viewerIsOther] = await Promise.all([
    isValid ? about(ctx, found) : nothing,
    isValid && isViewerOther(ctx, found),
  ]);
  return {
    ...personal,
    purpose: link?.purpose ?? "INVITATION",
    state,
    workspaceName: workspace.name,
    language: (invitation ?? user)?.language ?? ctx.language,
    expiresAt: invitation && link ? earlier(invitation.expiresAt, link.expiresAt) : (link?.expiresAt ?? null),
    viewerIsOther,
  };
}

function about(ctx: Ctx, { link, invitation, user, emailChange }: ReadLink): Personal | Promise<Personal> {
  if (invitation) return aboutInvited(ctx, invitation);
  if (emailChange) return { ...nothing, emailMasked: maskEmail(emailChange.email), firstName: user?.firstName ?? null };
  if (!user) return nothing;
  return link?.purpose === "ACTIVATION" ? aboutCreated(ctx, user) : { ...known(user), needs: ["password"] };
}

const known = (user: User): Personal => ({
  ...nothing,
  emailMasked: user.email && maskEmail(user.email),
  firstName: user.firstName,
  lastName: user.lastName,
  suggestedUsername: user.username,
});

async function aboutInvited(ctx: Ctx, invitation: Invitation): Promise<Personal> {
  const { workspaceId, email, username, inviterId } = invitation;
  const [suggestedUsername, inviterName] = await Promise.all([
    freeUsername(ctx.read, workspaceId, email, username),
    nameOf(ctx, workspaceId, inviterId),
  ]);
  return {
    emailMasked: maskEmail(email),
    needs: ["firstName", "lastName", "username", "password"],
    firstName: invitation.firstName,
    lastName: invitation.lastName,
    suggestedUsername,
    inviterName,
  };
}

async function aboutCreated(ctx: Ctx, user: User): Promise<Personal> {
  const { workspaceId, email, username, createdById } = user;
  const [suggestedUsername, inviterName] = await Promise.all([
    username ?? (email && freeUsername(ctx.read, workspaceId, email)),
    createdById && nameOf(ctx, workspaceId, createdById),
  ]);
  return { ...known(user), needs: [...missingDetails(user), "password"], suggestedUsername, inviterName };
}

async function nameOf(ctx: Ctx, workspaceId: string, userId: string): Promise<string | null> {
  const user = await ctx.read.findOneBy(User, { id: userId, workspaceId });
  return (user && personName(user)) || null;
}

const earlier = (a: Date, b: Date): Date => (a < b ? a : b);

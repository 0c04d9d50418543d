import { identityFields } from "@usher/rules/identity-fields";
import { can, type Permission, peoplePerCall, permissions, type Actor as RulesActor } from "@usher/rules/permissions";
import type { Viewer } from "@usher/schema/viewer";
import type { Workspace as ApiWorkspace } from "@usher/schema/workspace";
import type { Ctx } from "../context.js";
import { askedFields } from "../identities/asked-fields.js";
import { personName } from "../mail/person-name.js";
import { readActor } from "../permissions/read-actor.js";
import { presentUser } from "../users/present-user.js";
import { User } from "../users/user.entity.js";
import { logoPath } from "../workspaces/serve-logo.js";
import { Workspace } from "../workspaces/workspace.entity.js";

/**
 * What `viewer` answers for a user who is signed in: the account, its workspace, what it may do. Of somebody whom this request has just
 * signed in, everything else that it answers is answered to them.
 */
export async function viewerOf(ctx: Ctx, userId: string): Promise<Viewer | null> {
  const user = await ctx.read.findOneBy(User, { id: userId });
  if (!user) return null;
  const [workspace, founder, actor] = await Promise.all([
    ctx.read.findOneByOrFail(Workspace, { id: user.workspaceId }),
    ctx.read.findOneBy(User, { workspaceId: user.workspaceId, userType: "FOUNDER" }),
    ctx.actor.userId === userId ? ctx.actor : readActor(ctx.read, user.workspaceId, userId),
  ]);
  if (!actor) return null;
  ctx.actor = actor;
  return {
    user: presentUser(ctx, user),
    workspace: apiWorkspace(ctx, workspace),
    permissions: held(actor),
    mustRegister: actor.awaitsIdentity,
    can: {
      add: can.add(actor),
      bulkInvite: can.bulkInvite(actor),
      importFiles: can.importFiles(actor),
      seeImports: can.seeImports(actor),
      invite: can.invite(actor),
      askAvailability: can.askAvailability(actor),
      seeGroups: can.seeNames(actor) || can.administerSome(actor),
      seeNames: can.seeNames(actor),
      manageNames: can.manageNames(actor),
      seeProgramSessions: can.seeSessions(actor),
      openUserRegistration: can.openUserRegistration(actor),
      manageIdentities: can.manageIdentities(actor),
      completeRegistration: can.completeRegistration(actor),
      grantPermissions: can.grantPermissions(actor),
      addAdministrators: can.addAdministrators(actor),
      seeUsers: can.seeUsers(actor),
      changeUsers: can.changeUsers(actor),
      seeInvitations: can.seeInvitations(actor),
      readInbox: can.readInbox(actor) && ctx.config.mail.delivery === "INBOX",
      updateWorkspace: can.updateWorkspace(actor),
      peoplePerCall: peoplePerCall(actor),
    },
    founderName: (founder && personName(founder)) || null,
  };
}

const held = (actor: RulesActor): Permission[] =>
  actor.isFounder ? [...permissions] : permissions.filter((permission) => actor.grants.has(permission));

export const apiWorkspace = (ctx: Pick<Ctx, "config">, workspace: Workspace): ApiWorkspace => ({
  id: workspace.id,
  name: workspace.name,
  languages: ["en", "fr", "nl"],
  defaultLanguage: workspace.defaultLanguage,
  timeZone: workspace.timeZone,
  invitationLifetimeHours: workspace.invitationLifetimeHours,
  activationLifetimeHours: workspace.activationLifetimeHours,
  reminderAfterDays: workspace.reminderAfterDays,
  reminderCount: workspace.reminderCount,
  identityRequired: workspace.identityRequired,
  identityFields: identityFields.map((field) => ({ field, asked: askedFields(workspace)[field] })),
  accentColor: workspace.accentColor,
  logoUrl: workspace.logoHash && logoPath(workspace.logoHash),
  mailDelivery: ctx.config.mail.delivery,
});

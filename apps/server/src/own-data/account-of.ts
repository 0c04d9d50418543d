import type { Ctx } from "../context.js";
import { Company } from "../groups/company.entity.js";
import { GroupMember } from "../groups/group-member.entity.js";
import { Label } from "../groups/label.entity.js";
import { membershipsOf } from "../groups/memberships.js";
import { Team } from "../groups/team.entity.js";
import { Grant } from "../permissions/grant.entity.js";
import { ProgramSession } from "../program-sessions/program-session.entity.js";
import { ProgramSessionMember } from "../program-sessions/program-session-member.entity.js";
import { KnownDevice } from "../sessions/known-device.entity.js";
import { Session } from "../sessions/session.entity.js";
import { pendingEmailOf } from "../users/pending-email.js";
import type { User } from "../users/user.entity.js";
import { Workspace } from "../workspaces/workspace.entity.js";
import { nameOf } from "./name-of.js";

/** The account with everything that hangs on it. */
export async function accountOf(ctx: Ctx, user: User) {
  const { id: userId, workspaceId } = user;
  const mine = { userId, workspaceId };
  const [workspace, account, groups, grants, programSessions, sessions, devices] = await Promise.all([
    ctx.loaders.byId(Workspace).load(workspaceId),
    ownAccount(ctx, user),
    membershipsOf(ctx, GroupMember, "userId", userId),
    ctx.read.find(Grant, { where: mine, order: { createdAt: "ASC" } }),
    programSessionsOf(ctx, mine),
    ctx.read.find(Session, { where: mine, order: { id: "ASC" } }),
    ctx.read.find(KnownDevice, { where: mine, order: { id: "ASC" } }),
  ]);
  return {
    workspace: workspace?.name ?? null,
    account,
    groupRoles: groups.map(({ group, role }) => ({ group: group.name, role })),
    permissions: grants.map(({ permission, createdAt }) => ({ permission, grantedAt: createdAt })),
    programSessions,
    sessions: sessions.map(({ createdAt, lastUsedAt, expiresAt }) => ({ createdAt, lastUsedAt, expiresAt })),
    knownBrowsers: devices.map(({ createdAt }) => ({ since: createdAt })),
  };
}

async function ownAccount(ctx: Ctx, user: User) {
  const held = async (target: typeof Company | typeof Team | typeof Label, id: string | null) =>
    (id && (await ctx.loaders.byId<Company | Team | Label>(target).load(id))?.name) || null;
  const [company, team, label, createdBy, pendingEmail] = await Promise.all([
    held(Company, user.companyId),
    held(Team, user.teamId),
    held(Label, user.labelId),
    nameOf(ctx, user.createdById),
    pendingEmailOf(ctx, user.id),
  ]);
  return {
    id: user.id,
    email: user.email,
    pendingEmail,
    username: user.username,
    firstName: user.firstName,
    lastName: user.lastName,
    status: user.status,
    userType: user.userType,
    language: user.language,
    company,
    team,
    label,
    externalId: user.externalId,
    deletionDate: user.deletionDate,
    credential: user.credential,
    hasPassword: user.passwordHash !== null,
    temporaryPasswordUntil: user.temporaryUntil,
    createdAt: user.createdAt,
    createdBy,
    openedAt: user.openedAt,
    activatedAt: user.activatedAt,
    lastSignInAt: user.lastSignInAt,
    billedFrom: user.billedFrom,
  };
}

async function programSessionsOf(ctx: Ctx, mine: { userId: string; workspaceId: string }) {
  const places = await ctx.read.find(ProgramSessionMember, { where: mine, order: { id: "ASC" } });
  const sessions = await ctx.loaders.byId(ProgramSession).loadMany(places.map((place) => place.programSessionId));
  return sessions.flatMap((session, i) => {
    if (!session || session instanceof Error) return [];
    const { name, startsOn, endsOn } = session;
    return [{ name, startsOn, endsOn, part: places[i]?.part ?? null }];
  });
}

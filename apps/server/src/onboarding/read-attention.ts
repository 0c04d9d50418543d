import { can } from "@usher/rules/permissions";
import type { AttentionCounts, OnboardingAttention } from "@usher/schema/onboarding";
import { Between, type FindOptionsWhere, In, LessThanOrEqual, MoreThan } from "typeorm";
import { type Ctx, require } from "../context.js";
import { countSome } from "../db/count-some.js";
import { Identity } from "../identities/identity.entity.js";
import { Import } from "../imports/import.entity.js";
import { readTotals } from "../imports/import-totals.js";
import { Invitation } from "../invitations/invitation.entity.js";
import { User } from "../users/user.entity.js";

const day = 24 * 3_600_000;
/** The latest imports are looked at, no more: those before are no news. */
const lookedAtImports = 100;

/** What needs somebody to act, by the same filters as the lists that Home links to. */
export async function readAttention(ctx: Ctx): Promise<OnboardingAttention> {
  const { workspaceId } = require(ctx, can.seeInvitations(ctx.actor), "the right to add people");
  const [invitations, users, importProblems, submittedIdentities] = await Promise.all([
    ofInvitations(ctx, workspaceId),
    can.seeUsers(ctx.actor) ? ofUsers(ctx, workspaceId) : null,
    problemsOfImports(ctx, workspaceId),
    can.manageIdentities(ctx.actor)
      ? countSome(ctx.read, Identity, { workspaceId, status: "SUBMITTED" as const })
      : null,
  ]);
  return { ...sum(invitations, users), importProblems, submittedIdentities, invitations, users };
}

const failed = In(["FAILED", "BOUNCED"]);

async function ofInvitations(ctx: Ctx, workspaceId: string): Promise<AttentionCounts> {
  const now = ctx.clock.now();
  const open = { workspaceId, status: "PENDING" as const };
  const count = (where: FindOptionsWhere<Invitation>) => countSome(ctx.read, Invitation, where);
  const [failedMails, expiringLinks, newLinkRequests, seatRefusals] = await Promise.all([
    count({ ...open, deliveryState: failed, expiresAt: MoreThan(now) }),
    count({ ...open, expiresAt: Between(now, soon(now)) }),
    count({ workspaceId, attention: "NEW_LINK_ASKED" }),
    count({ workspaceId, attention: "SEAT_LIMIT" }),
  ]);
  return { failedMails, expiringLinks, newLinkRequests, seatRefusals };
}

async function ofUsers(ctx: Ctx, workspaceId: string): Promise<AttentionCounts> {
  const pending = { workspaceId, status: "PENDING" as const };
  const count = (where: FindOptionsWhere<User>) => countSome(ctx.read, User, where);
  const [failedMails, expiringLinks, newLinkRequests, seatRefusals] = await Promise.all([
    count({ ...pending, deliveryState: failed }),
    count({ ...pending, activationExpiresAt: LessThanOrEqual(soon(ctx.clock.now())) }),
    count({ workspaceId, attention: "NEW_LINK_ASKED" }),
    count({ workspaceId, attention: "SEAT_LIMIT" }),
  ]);
  return { failedMails, expiringLinks, newLinkRequests, seatRefusals };
}

const soon = (now: Date) => new Date(now.getTime() + 2 * day);

/** The imports of the last 30 days that failed, or refused rows; the caller's own, the founder's are everyone's. */
async function problemsOfImports(ctx: Ctx, workspaceId: string): Promise<number> {
  if (!can.seeImports(ctx.actor)) return 0;
  const imports = await ctx.read.find(Import, {
    select: { id: true, state: true },
    where: {
      workspaceId,
      createdAt: MoreThan(new Date(ctx.clock.now().getTime() - 30 * day)),
      ...(!can.seeImport(ctx.actor, false) && { createdById: ctx.actor.userId as string }),
    },
    order: { createdAt: "DESC", id: "DESC" },
    take: lookedAtImports,
  });
  const ended = imports.filter(({ state }) => state === "DONE").map(({ id }) => id);
  const totals = ended.length > 0 ? await readTotals(ctx.read, ended) : new Map();
  const refused = ended.filter((id) => (totals.get(id)?.done.rejected ?? 0) > 0);
  return refused.length + imports.filter(({ state }) => state === "FAILED").length;
}

const sum = (a: AttentionCounts, b: AttentionCounts | null): AttentionCounts => ({
  failedMails: a.failedMails + (b?.failedMails ?? 0),
  expiringLinks: a.expiringLinks + (b?.expiringLinks ?? 0),
  newLinkRequests: a.newLinkRequests + (b?.newLinkRequests ?? 0),
  seatRefusals: a.seatRefusals + (b?.seatRefusals ?? 0),
});

import type { Identity as Values } from "@usher/rules/identity";
import { type IdentityField, identityFields } from "@usher/rules/identity-fields";
import { can } from "@usher/rules/permissions";
import { In } from "typeorm";
import { recordAudits } from "../audit/record-audit.js";
import { type Ctx, require, signedIn } from "../context.js";
import { parseId } from "../db/ids.js";
import { notFound } from "../http/refusals.js";
import { User } from "../users/user.entity.js";
import { Workspace } from "../workspaces/workspace.entity.js";
import { missingOf } from "./asked-fields.js";
import { Identity } from "./identity.entity.js";
import { openIdentity, openReasons, openRejection, type Reason } from "./identity-box.js";

/** Whether the actor may read this user's identity: their own, and everyone's with MANAGE_USERS. */
export const mayRead = ({ actor }: Pick<Ctx, "actor">, userId: string): boolean =>
  actor.userId === userId || can.manageIdentities(actor);

/** The user whose identity is asked for; oneself when nobody is named. */
export async function whoseIdentity(ctx: Ctx, rawId: string | null): Promise<User> {
  const { userId: own, workspaceId } = signedIn(ctx);
  const id = rawId === null ? own : parseId(rawId);
  require(ctx, mayRead(ctx, id ?? ""), "MANAGE_USERS");
  const user = id && (await ctx.read.findOneBy(User, { id, workspaceId }));
  if (!user) throw notFound("user");
  return user;
}

/** The stored identities, one read for all that a request asks about; null where nothing is known. */
export const identityRows = (ctx: Pick<Ctx, "read" | "loaders" | "workspaceId">) =>
  ctx.loaders.named<string, Identity | null>("identities", async (userIds) => {
    const rows = await ctx.read.findBy(Identity, { workspaceId: ctx.workspaceId ?? "", id: In([...userIds]) });
    const byUser = new Map(rows.map((row) => [row.id, row]));
    return userIds.map((userId) => byUser.get(userId) ?? null);
  });

interface OpenedIdentity {
  readonly values: Values;
  readonly reasons: readonly Reason[];
}

/**
 * What an identity says, and what was said of it. That somebody else's is read is recorded first, all of a request at once: what
 * cannot be recorded is not read (F63).
 */
export const openedIdentities = (ctx: Ctx) =>
  ctx.loaders.named<string, OpenedIdentity | null>("opened identities", async (userIds) => {
    const { userId: reader, workspaceId } = signedIn(ctx);
    const rows = await identityRows(ctx).loadMany([...userIds]);
    const found = rows.map((row) => {
      if (row instanceof Error) throw row;
      return row;
    });
    const others = found.flatMap((row) => (row && row.id !== reader ? [row.id] : []));
    if (others.length > 0) {
      const events = others.map((subject) => ({ type: "identity_read", subject }) as const);
      await ctx.tx((tx) => recordAudits(tx, ctx, workspaceId, { kind: "user", userId: reader }, events));
    }
    return found.map(
      (row) =>
        row && {
          values: openIdentity(ctx, row.id, row.sealed),
          reasons: openReasons(ctx, row.id, row.sealedReasons),
        },
    );
  });

/** Reads it afresh from here on: a request may change it, and then ask. */
export function forgetIdentity(ctx: Ctx, userId: string): void {
  identityRows(ctx).clear(userId);
  openedIdentities(ctx).clear(userId);
  ctx.loaders.byId(User).clear(userId);
}

/** What its person may change: everything until it is submitted, then nothing; after a rejection what that opened. Opened as below. */
export async function correctableFields(ctx: Ctx, userId: string): Promise<readonly IdentityField[]> {
  const row = await identityRows(ctx).load(userId);
  if (!row || row.status === "DRAFT") return identityFields;
  if (row.status !== "REJECTED") return [];
  return openRejection(ctx, row.id, row.sealedReasons)?.open ?? [];
}

/** The required fields that are still empty. Opened by the server for itself: it tells no value. */
export async function missingFields(ctx: Ctx, userId: string): Promise<IdentityField[]> {
  const [row, workspace] = await Promise.all([
    identityRows(ctx).load(userId),
    ctx.loaders.byId(Workspace).load(ctx.workspaceId ?? ""),
  ]);
  if (!workspace) return [];
  return missingOf(workspace, row && openIdentity(ctx, row.id, row.sealed));
}

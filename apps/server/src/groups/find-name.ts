import { can } from "@usher/rules/permissions";
import { type Ctx, require } from "../context.js";
import { parseId } from "../db/ids.js";
import { notFound } from "../http/refusals.js";
import type { NamedKind } from "./find-or-create-names.js";
import { type NameRow, tableOf } from "./name-kinds.js";
import { manageNamesNeed, maySeeNames, seeNamesNeed } from "./see-names.js";

/** One of them. Throws NOT_FOUND for an id of another workspace, and for a group that is not the actor's to see. */
export async function findName<Kind extends NamedKind>(ctx: Ctx, kind: Kind, rawId: string): Promise<NameRow<Kind>> {
  const { workspaceId } = require(ctx, maySeeNames(ctx.actor, kind), seeNamesNeed);
  const id = parseId(rawId);
  const row = id && (await ctx.read.findOneBy(tableOf[kind], { id, workspaceId } as never));
  if (!row || (kind === "group" && !can.seeGroup(ctx.actor, row.id))) throw notFound(kind);
  return row;
}

/** One whose people somebody changes. */
export interface Membered {
  readonly id: string;
  readonly workspaceId: string;
  /** Who does. */
  readonly userId: string;
}

/** One whose people the actor may change: a group's administrators their own, the workspace's administrators all. */
export async function findForMembers(ctx: Ctx, kind: NamedKind, rawId: string): Promise<Membered> {
  if (kind !== "group") require(ctx, can.manageNames(ctx.actor), manageNamesNeed);
  const { id } = await findName(ctx, kind, rawId);
  const isAllowed = kind === "group" ? can.changeMembers(ctx.actor, id) : can.manageNames(ctx.actor);
  return { id, ...require(ctx, isAllowed, "being an administrator, or the group's administrator") };
}

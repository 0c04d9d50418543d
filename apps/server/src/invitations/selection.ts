import type { InvitationFilter } from "@usher/schema/invitation";
import type { InvitationSelectionInput } from "@usher/schema/selection";
import type { UserErrorCode } from "@usher/schema/user-error";
import { In } from "typeorm";
import type { Ctx } from "../context.js";
import { countAll } from "../db/count-list.js";
import { newId, parseId } from "../db/ids.js";
import { selectIds } from "../db/select-ids.js";
import type { Tx } from "../db/transaction.js";
import { notFound } from "../http/refusals.js";
import { stepSize } from "../tasks/task-kind.js";
import { Invitation } from "./invitation.entity.js";
import { invitationList, matching } from "./invitation-list.js";

/** More ids than a screen ever holds; for more there is the filter. */
export const mostIds = 1_000;

/** A selection as a task keeps it. */
export type StoredSelection = { ids: string[] } | { filter: InvitationFilter; upTo: string };

export type Selection =
  | { problem: UserErrorCode; path: string[] }
  /** Few enough for one transaction: `pick` answers them, or null when they are not what was confirmed. */
  | { total: number; pick: (tx: Tx) => Promise<string[] | null> }
  /** For the background. */
  | { total: number; stored: StoredSelection };

/** What the caller selected; NOT_FOUND when an id is not of this workspace. */
export async function readSelection(
  ctx: Ctx,
  workspaceId: string,
  input: InvitationSelectionInput,
): Promise<Selection> {
  const { ids, filter, expectedCount } = input;
  if (ids && filter) return { problem: "MALFORMED", path: ["filter"] };
  if (ids) return readIds(ctx, workspaceId, ids);
  if (!filter) return { problem: "REQUIRED", path: ["ids"] };
  const now = ctx.clock.now();
  const total = await countAll(ctx.read, invitationList(workspaceId, now, filter, null));
  if (total !== expectedCount) return { problem: "SELECTION_CHANGED", path: ["expectedCount"] };
  // ids sort by the time of their making, so this one is above all there are
  if (total > stepSize) return { total, stored: { filter, upTo: newId() } };
  return {
    total,
    // read again where it counts: in the transaction that acts on it
    async pick(tx) {
      const found = await selectIds(tx, Invitation, matching(workspaceId, now, filter), total + 1);
      return found.length === total ? found : null;
    },
  };
}

async function readIds(ctx: Ctx, workspaceId: string, raw: readonly string[]): Promise<Selection> {
  if (raw.length === 0) return { problem: "REQUIRED", path: ["ids"] };
  if (raw.length > mostIds) return { problem: "OUT_OF_RANGE", path: ["ids"] };
  const ids = [...new Set(raw.map(knownId))].sort();
  const found = await ctx.read.countBy(Invitation, { workspaceId, id: In(ids) });
  if (found !== ids.length) throw notFound("invitation");
  if (ids.length > stepSize) return { total: ids.length, stored: { ids } };
  return { total: ids.length, pick: async () => ids };
}

function knownId(raw: string): string {
  const id = parseId(raw);
  if (id === null) throw notFound("invitation");
  return id;
}

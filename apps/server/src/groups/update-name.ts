import { can } from "@usher/rules/permissions";
import { recordAudit } from "../audit/record-audit.js";
import { type Ctx, require } from "../context.js";
import { isKeyConflict } from "../db/bulk-insert.js";
import { parseId } from "../db/ids.js";
import type { Tx } from "../db/transaction.js";
import { notFound } from "../http/refusals.js";
import { checkLeader, checkName } from "./check-name.js";
import { type NameResult, refuseName } from "./create-name.js";
import type { NamedKind } from "./find-or-create-names.js";
import { holdNames } from "./hold-names.js";
import { type NameRow, tableOf } from "./name-kinds.js";
import { manageNamesNeed } from "./see-names.js";

/** What is absent stays. */
interface NameChanges {
  name?: string | null;
  /** Of a team; null for none. */
  leaderEmail?: string | null;
}

/** Renames it, or gives a team another leader. Throws NOT_FOUND for an id of another workspace. */
export async function updateName<Kind extends NamedKind>(
  ctx: Ctx,
  kind: Kind,
  rawId: string,
  changes: NameChanges,
): Promise<NameResult<Kind>> {
  const { workspaceId, userId } = require(ctx, can.manageNames(ctx.actor), manageNamesNeed);
  const id = parseId(rawId);
  if (id === null) throw notFound(kind);
  const name = changes.name === undefined ? null : checkName(kind, changes.name);
  const leader = changes.leaderEmail === undefined ? null : checkLeader(changes.leaderEmail);
  const set = { ...name?.value, ...(leader && { leaderEmailKey: leader.value, leaderImportId: null }) };
  const isRefused = Boolean(name?.problem || leader?.problem);
  try {
    const row = await ctx.tx(async (tx) => {
      const held = await holdRow(tx, kind, workspaceId, id);
      if (isRefused) return null;
      const changed = changedFields(held, set);
      if (changed.length === 0) return held;
      await tx.update(tableOf[kind], { id, workspaceId } as never, set as never);
      const event = { type: "name_changed", subject: id, kind, changed } as const;
      await recordAudit(tx, ctx, workspaceId, { kind: "user", userId }, event);
      return { ...held, ...set };
    });
    return row ? { row, userErrors: [] } : refuseName(ctx, name?.problem, leader?.problem);
  } catch (error) {
    if (isKeyConflict(error)) return refuseName(ctx, { code: "NAME_TAKEN", path: ["name"] });
    throw error;
  }
}

async function holdRow<Kind extends NamedKind>(
  tx: Tx,
  kind: Kind,
  workspaceId: string,
  id: string,
): Promise<NameRow<Kind>> {
  if (!(await holdNames(tx, kind, workspaceId, [id])).has(id)) throw notFound(kind);
  return tx.findOneByOrFail(tableOf[kind], { id } as never);
}

/** The same name in another case is a change; an import's leader who is confirmed by hand is none. */
const changedFields = (row: object, set: object): string[] => {
  const differs = (property: string) =>
    property in set && row[property as keyof object] !== (set as Record<string, unknown>)[property];
  return [...(differs("name") ? ["name"] : []), ...(differs("leaderEmailKey") ? ["leader"] : [])];
};

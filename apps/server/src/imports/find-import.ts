import { can } from "@usher/rules/permissions";
import { type Ctx, require } from "../context.js";
import { parseId } from "../db/ids.js";
import type { Tx } from "../db/transaction.js";
import { notFound } from "../http/refusals.js";
import { Import, type ImportState } from "./import.entity.js";

/** Who may import at all; throws FORBIDDEN or UNAUTHENTICATED. */
export const requireImports = (ctx: Ctx) =>
  require(ctx, can.importFiles(ctx.actor), "CAN_BULK_INVITE and the right to add people");

/** Who may see imports at all; throws FORBIDDEN or UNAUTHENTICATED. */
export const requireSeeingImports = (ctx: Ctx) => require(ctx, can.seeImports(ctx.actor), "the right to add people");

/** The actor's own import, or for the founder anyone's; null for every other. */
export async function visibleImport(ctx: Ctx, importId: string): Promise<Import | null> {
  const { userId } = ctx.actor;
  const id = parseId(importId);
  const found = id && (await ctx.loaders.byId(Import).load(id));
  if (!found || found.workspaceId !== ctx.workspaceId) return null;
  return can.seeImport(ctx.actor, found.createdById === userId) ? found : null;
}

/** The same, to be worked on; throws NOT_FOUND, and FORBIDDEN for who may not import at all. */
export async function findImport(ctx: Ctx, importId: string): Promise<Import> {
  requireImports(ctx);
  return seeImport(ctx, importId);
}

/** The same, to be looked at; throws NOT_FOUND, and FORBIDDEN for who may not add people. */
export async function seeImport(ctx: Ctx, importId: string): Promise<Import> {
  requireSeeingImports(ctx);
  const found = await visibleImport(ctx, importId);
  if (!found) throw notFound("import");
  return found;
}

/**
 * The import's state, which nobody can change before this transaction ends. Many may hold it at once: whoever changes it
 * waits for them.
 */
export async function holdState(tx: Tx, importId: string): Promise<ImportState | undefined> {
  const lock = tx.connection.options.type === "better-sqlite3" ? "" : " LOCK IN SHARE MODE";
  const [row] = await tx.query(`SELECT state FROM imports WHERE id = ?${lock}`, [importId]);
  return row?.state;
}

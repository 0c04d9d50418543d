import type { ImportColumn } from "@usher/rules/columns";
import type { Ctx } from "../context.js";
import { requireImports } from "./find-import.js";
import { headerHash } from "./header-hash.js";
import { Import } from "./import.entity.js";

/** What was chosen last time in this workspace for a file with this header (F33); null for a new one. */
export async function columnMapping(ctx: Ctx, header: readonly string[]): Promise<(ImportColumn | null)[] | null> {
  const { workspaceId } = requireImports(ctx);
  const last = await ctx.read.findOne(Import, {
    where: { workspaceId, headerHash: headerHash(header) },
    order: { createdAt: "DESC" },
  });
  return last && last.columns.length === header.length ? last.columns : null;
}

import { In } from "typeorm";
import { recordAudit } from "../audit/record-audit.js";
import type { Ctx } from "../context.js";
import { userError } from "../http/user-errors.js";
import { auditApplied } from "./audit-applied.js";
import { seeImport } from "./find-import.js";
import { Import } from "./import.entity.js";
import type { ImportAnswer } from "./set-going.js";

/**
 * Stops an import for good. What was applied before stays; once this has answered, nothing more is. Whoever may import no more stops
 * their own all the same.
 */
export async function cancelImport(ctx: Ctx, { importId }: { importId: string }): Promise<ImportAnswer> {
  const found = await seeImport(ctx, importId);
  const { id, workspaceId } = found;
  const { userId } = ctx.actor;
  const isCancelled = await ctx.tx(async (tx) => {
    const claim = await tx.update(
      Import,
      { id, workspaceId, state: In(["STAGING", "PLANNING", "PLANNED", "RUNNING"]) },
      { state: "CANCELLED", finishedAt: ctx.clock.now() },
    );
    if (claim.affected !== 1) return tx.existsBy(Import, { id, workspaceId, state: "CANCELLED" });
    await auditApplied(tx, ctx, found);
    await recordAudit(tx, ctx, workspaceId, { kind: "user", userId }, { type: "import_cancelled", subject: id });
    return true;
  });
  if (!isCancelled) return { import: null, userErrors: [userError(ctx.language, "IMPORT_CLOSED", ["importId"])] };
  return { import: await ctx.db.dataSource.manager.findOneByOrFail(Import, { id, workspaceId }), userErrors: [] };
}

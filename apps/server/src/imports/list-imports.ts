import { can } from "@usher/rules/permissions";
import type { Ctx } from "../context.js";
import { equals } from "../db/condition.js";
import { type KeysetPage, type PageRequest, readPage } from "../db/keyset.js";
import { requireSeeingImports } from "./find-import.js";
import { Import } from "./import.entity.js";

/** The actor's imports, for the founder everyone's, the latest first. */
export function listImports(ctx: Ctx, page: PageRequest): Promise<KeysetPage<Import>> {
  const { userId, workspaceId } = requireSeeingImports(ctx);
  const mine = can.seeImport(ctx.actor, false) ? [] : [equals("createdById", userId)];
  return readPage(
    ctx.read,
    {
      target: Import,
      direction: "DESC",
      where: [equals("workspaceId", workspaceId), ...mine],
      branches: [{ keys: ["createdAt"], where: [] }],
      about: ["imports", workspaceId, mine.length],
    },
    page,
  );
}

import type { ImportProblemCount } from "@usher/schema/import";
import type { Ctx } from "../context.js";
import { ImportIssue } from "./import-issue.entity.js";

/** Said about rows with which nothing is wrong. */
const remarks = ["ALREADY_INVITED", "LEADER_REPLACED"];

/** In how many rows each column has which problem, the most frequent first. */
export async function importProblems(ctx: Ctx, importId: string): Promise<ImportProblemCount[]> {
  const found = await ctx.read
    .createQueryBuilder(ImportIssue, "issue")
    .select("issue.column", "column")
    .addSelect("issue.code", "code")
    .addSelect("COUNT(*)", "counted")
    .where("issue.importId = :importId AND issue.code NOT IN (:...remarks)", { importId, remarks })
    .groupBy("issue.column")
    .addGroupBy("issue.code")
    .getRawMany<{ column: string; code: ImportProblemCount["code"]; counted: number | string }>();
  return found
    .map(({ column, code, counted }) => ({ column, code, rows: Number(counted) }))
    .sort((a, b) => b.rows - a.rows || (a.column < b.column ? -1 : 1));
}

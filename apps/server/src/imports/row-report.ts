import type { UserErrorCode } from "@usher/schema/user-error";
import { In } from "typeorm";
import type { Ctx } from "../context.js";
import { ImportCells } from "./import-cells.entity.js";
import { ImportIssue } from "./import-issue.entity.js";
import type { ReportedRow } from "./list-import-rows.js";
import { saysAll } from "./outcome-letters.js";

/** What is to be said about a row: the column, "" for the row as a whole, and the code. */
export interface Issue {
  column: string;
  code: UserErrorCode;
}

/** The issues of a row; those of a whole page are read at once. */
export async function issuesOf(ctx: Ctx, { importId, row, letter }: ReportedRow): Promise<Issue[]> {
  if (saysAll(letter)) return [{ column: "email", code: "ALREADY_INVITED" }];
  return ctx.loaders
    .named<number, Issue[]>(`issues of ${importId}`, async (rows) => {
      const found = await ctx.read.findBy(ImportIssue, { importId, row: In([...rows]) });
      const byRow = new Map<number, Issue[]>(rows.map((each) => [each, []]));
      for (const { row: at, column, code } of found) byRow.get(at)?.push({ column, code: code as UserErrorCode });
      return rows.map((each) => byRow.get(each) ?? []);
    })
    .load(row);
}

/** The row's cells as they were staged; null once erased. Each chunk of a page is read once. */
export async function cellsOf(ctx: Ctx, { importId, chunk, index }: ReportedRow): Promise<string[] | null> {
  const cells = await ctx.loaders
    .named<number, string[][] | null>(`cells of ${importId}`, async (chunks) => {
      const found = await ctx.read.findBy(ImportCells, { importId, chunk: In([...chunks]) });
      const byChunk = new Map(found.map((each) => [each.chunk, each.cells]));
      return chunks.map((each) => byChunk.get(each) ?? null);
    })
    .load(chunk);
  return cells?.[index] ?? null;
}

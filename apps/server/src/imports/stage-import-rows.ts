import type { StageImportRowsInput } from "@usher/schema/import";
import type { UserError, UserErrorCode } from "@usher/schema/user-error";
import type { Ctx } from "../context.js";
import { bulkInsert, isKeyConflict } from "../db/bulk-insert.js";
import { userError } from "../http/user-errors.js";
import { findImport, holdState } from "./find-import.js";
import type { Import } from "./import.entity.js";
import { ImportCells } from "./import-cells.entity.js";
import { ImportChunk } from "./import-chunk.entity.js";
import { rowKeys } from "./row-keys.js";
import { sealCells } from "./sealed-cells.js";

export const rowsPerChunk = 2_000;
/** Two million rows in chunks a tenth as large as they may be. */
const maxChunks = 10_000;

interface Answer {
  import: Import | null;
  userErrors: UserError[];
}

type Refusal = readonly [code: UserErrorCode, path: readonly (string | number)[]];

/** Stores one chunk of raw cells. The same chunk again is fine, in any order and at the same moment; another one under its number is not. */
export async function stageImportRows(ctx: Ctx, input: StageImportRowsInput): Promise<Answer> {
  const found = await findImport(ctx, input.importId);
  const refuse = ([code, path]: Refusal): Answer => ({
    import: null,
    userErrors: [userError(ctx.language, code, path)],
  });
  const problem = shapeProblem(found, input);
  if (problem) return refuse(problem);
  const chunk = { importId: found.id, number: input.chunk };
  // keyed: numbers of people could be guessed until a plain hash fits
  const cellsHash = ctx.secrets.keyedHash(`${input.firstRow} ${JSON.stringify(input.rows)}`);
  const accepted: Answer = { import: found, userErrors: [] };

  const staged = await ctx.read.findOne(ImportChunk, {
    where: chunk,
    select: { importId: true, number: true, hash: true },
  });
  if (staged) return staged.hash === cellsHash ? accepted : refuse(["CHUNK_DIFFERS", ["chunk"]]);
  const { keys, empty } = rowKeys(found)(input.rows);
  const cells = sealCells(ctx, found, input.chunk, input.rows);
  try {
    const isOpen = await ctx.tx(async (tx) => {
      if ((await holdState(tx, found.id)) !== "STAGING") return false;
      await bulkInsert(tx, ImportChunk, [
        {
          ...chunk,
          firstRow: input.firstRow,
          rowCount: input.rows.length,
          hash: cellsHash,
          state: "STAGED",
          invited: 0,
          created: 0,
          updated: 0,
          addedToGroups: 0,
          unchanged: 0,
          rejected: 0,
          empty,
          attempts: 0,
          leaseUntil: ctx.clock.now(),
          leaseOwner: null,
          outcomes: null,
          repeats: null,
          leaders: null,
        },
      ]);
      await bulkInsert(tx, ImportCells, [{ importId: found.id, chunk: input.chunk, keys, ...cells }]);
      return true;
    });
    return isOpen ? accepted : refuse(["IMPORT_CLOSED", ["importId"]]);
  } catch (error) {
    // the same number at the same moment: the one that is stored decides
    if (isKeyConflict(error)) return stageImportRows(ctx, input);
    throw error;
  }
}

function shapeProblem({ totalRows, columns }: Import, { chunk, firstRow, rows }: StageImportRowsInput): Refusal | null {
  if (chunk < 0 || chunk >= maxChunks) return ["OUT_OF_RANGE", ["chunk"]];
  if (rows.length === 0) return ["REQUIRED", ["rows"]];
  if (rows.length > rowsPerChunk) return ["TOO_LONG", ["rows"]];
  // with a header the last row is record totalRows + 1; commit knows whether there is one
  if (firstRow < 1 || firstRow + rows.length - 1 > totalRows + 1) return ["OUT_OF_RANGE", ["firstRow"]];
  // one cell more than there are columns is that row's problem
  const tooWide = rows.findIndex((cells) => cells.length > columns.length + 1);
  return tooWide < 0 ? null : ["TOO_LONG", ["rows", tooWide]];
}

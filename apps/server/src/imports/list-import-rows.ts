import type { Import } from "@usher/schema/import";
import type { PersonCounts, PersonOutcome } from "@usher/schema/person";
import type { Ctx } from "../context.js";
import { countLimit, type KeysetPage, maxPageSize, type PageRequest } from "../db/keyset.js";
import { badUserInput } from "../http/refusals.js";
import { countField } from "../people/outcome-counts.js";
import { ImportChunk } from "./import-chunk.entity.js";
import { totalsOf } from "./import-totals.js";
import { outcomeOf } from "./outcome-letters.js";

/** A row of the report, and where it is kept. */
export interface ReportedRow {
  readonly importId: string;
  readonly chunk: number;
  /** Its place in the chunk. */
  readonly index: number;
  readonly row: number;
  readonly outcome: PersonOutcome;
  readonly letter: string;
}

export interface RowsRequest extends PageRequest {
  outcome?: PersonOutcome | null;
}

type ReportOf = Pick<Import, "id" | "status">;

/** Chunks looked at in one query: their outcomes are 2 kB each. */
const together = 16;

/**
 * The rows that have an outcome, in the file's order, a page at a time: as planned until the commit, then as done. Chunks
 * without the wanted outcome are not even read.
 */
export async function listImportRows(
  ctx: Ctx,
  of: ReportOf,
  { first, after, outcome = null }: RowsRequest,
): Promise<KeysetPage<ReportedRow>> {
  if (!Number.isInteger(first) || first < 1 || first > maxPageSize) {
    throw badUserInput(`\`first\` is a number from 1 to ${maxPageSize}.`);
  }
  const behind = after ? readCursor(after) : 0;
  const rows: ReportedRow[] = [];
  for (let chunk = -1; rows.length <= first; ) {
    const chunks = await nextChunks(ctx, of, chunk, behind, outcome);
    for (const one of chunks) rows.push(...rowsOf(one, behind, outcome));
    const last = chunks.at(-1);
    if (!last || chunks.length < together) break;
    chunk = last.number;
  }
  const edges = rows.slice(0, first).map((node) => ({ cursor: writeCursor(node.row), node }));
  return {
    edges,
    pageInfo: {
      hasNextPage: rows.length > first,
      hasPreviousPage: Boolean(after),
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    count: () => countRows(ctx, of, outcome),
  };
}

const isPlan = ({ status }: ReportOf): boolean => status === "PLANNING" || status === "PLANNED";

function nextChunks(
  ctx: Ctx,
  of: ReportOf,
  chunk: number,
  behind: number,
  outcome: PersonOutcome | null,
): Promise<ImportChunk[]> {
  const query = ctx.read
    .createQueryBuilder(ImportChunk, "chunk")
    .select(["chunk.importId", "chunk.number", "chunk.firstRow", "chunk.outcomes"])
    .where("chunk.importId = :importId AND chunk.state = :state", {
      importId: of.id,
      state: isPlan(of) ? "PLANNED" : "DONE",
    })
    .andWhere("chunk.number > :chunk AND chunk.firstRow + chunk.rowCount - 1 > :behind", { chunk, behind })
    .orderBy("chunk.number")
    .limit(together);
  if (outcome) query.andWhere(`chunk.${countField[outcome]} > 0`);
  return query.getMany();
}

function rowsOf(
  { importId, number, firstRow, outcomes }: ImportChunk,
  behind: number,
  wanted: PersonOutcome | null,
): ReportedRow[] {
  const rows: ReportedRow[] = [];
  const letters = outcomes ?? "";
  for (let index = Math.max(0, behind + 1 - firstRow); index < letters.length; index++) {
    const letter = letters[index] as string;
    const outcome = outcomeOf(letter);
    if (outcome === null || (wanted && outcome !== wanted)) continue;
    rows.push({ importId, chunk: number, index, row: firstRow + index, outcome, letter });
  }
  return rows;
}

async function countRows(ctx: Ctx, of: ReportOf, outcome: PersonOutcome | null) {
  const { planned, done } = await totalsOf(ctx, of.id);
  const counts: PersonCounts = isPlan(of) ? planned : done;
  const count = outcome ? counts[countField[outcome]] : counts.total;
  return { count: Math.min(count, countLimit), exact: count <= countLimit };
}

const writeCursor = (row: number): string => Buffer.from(`row ${row}`).toString("base64url");

function readCursor(cursor: string): number {
  const [, row] = /^row ([0-9]{1,9})$/.exec(Buffer.from(cursor, "base64url").toString("latin1")) ?? [];
  if (row === undefined) throw badUserInput("`after` is no cursor of this list: take one from the same import's rows.");
  return Number(row);
}

import { Between } from "typeorm";
import { bulkInsert } from "../db/bulk-insert.js";
import type { Tx } from "../db/transaction.js";
import type { Decision } from "../people/decision.js";
import { countOutcomes } from "../people/outcome-counts.js";
import type { NamedLeader } from "../people/team-leaders.js";
import { ImportChunk } from "./import-chunk.entity.js";
import { columnOf } from "./import-columns.js";
import { ImportIssue } from "./import-issue.entity.js";
import { emptyRow, letterOf, saysAll } from "./outcome-letters.js";

type Chunk = Pick<ImportChunk, "importId" | "number" | "firstRow" | "rowCount" | "outcomes">;

/** Keeps what came of the rows of a chunk, or in a plan would come: a letter a row, the counts, and issues of rows with more to say. */
export async function storeOutcomes(
  tx: Tx,
  chunk: Chunk,
  decisions: readonly Decision[],
  leaders: readonly NamedLeader[],
): Promise<void> {
  const { importId, number } = chunk;
  const letters = new Array<string>(chunk.rowCount).fill(emptyRow);
  for (const decision of decisions) letters[decision.row - chunk.firstRow] = letterOf(decision);
  const { total, ...counts } = countOutcomes(decisions.map(({ outcome }) => outcome));
  await tx.update(
    ImportChunk,
    { importId, number },
    { ...counts, outcomes: letters.join(""), leaders: leaders.length > 0 ? [...leaders] : null },
  );
  // those of a plan before
  if (chunk.outcomes !== null) {
    await tx.delete(ImportIssue, { importId, row: Between(chunk.firstRow, chunk.firstRow + chunk.rowCount - 1) });
  }
  await bulkInsert(tx, ImportIssue, issuesOf(importId, decisions));
}

function issuesOf(importId: string, decisions: readonly Decision[]): ImportIssue[] {
  return decisions.flatMap((decision) => {
    if (decision.remarks.length === 0 || saysAll(letterOf(decision))) return [];
    const issues = new Map<string, ImportIssue>();
    for (const { code, field } of decision.remarks) {
      const column = columnOf(field);
      issues.set(`${column} ${code}`, { importId, row: decision.row, column, code });
    }
    return [...issues.values()];
  });
}

import type { App } from "../context.js";
import type { Tx } from "../db/transaction.js";
import { Import } from "./import.entity.js";
import { ImportCells } from "./import-cells.entity.js";
import { ImportChunk } from "./import-chunk.entity.js";
import { keysWithout } from "./row-keys.js";
import { openCells, sealCells } from "./sealed-cells.js";

/** A place in a file. */
interface ImportedRow {
  importId: string | null;
  importRow: number | null;
}

/** Empties the rows of these people in the files that brought them, where those are still kept; what came of them stays told. */
export async function eraseCells(tx: Tx, app: Pick<App, "secrets">, people: readonly ImportedRow[]): Promise<void> {
  const rowsOf = new Map<string, number[]>();
  for (const { importId, importRow } of people) {
    if (importId === null || importRow === null) continue;
    rowsOf.set(importId, [...(rowsOf.get(importId) ?? []), importRow]);
  }
  for (const [importId, rows] of rowsOf) {
    const of = await tx.findOne(Import, { select: { id: true, columns: true }, where: { id: importId } });
    if (!of) continue;
    const chunks = await tx.find(ImportChunk, {
      select: { importId: true, number: true, firstRow: true, rowCount: true },
      where: { importId, state: "DONE" },
    });
    for (const { number, firstRow, rowCount } of chunks) {
      const places = rows.map((row) => row - firstRow).filter((place) => place >= 0 && place < rowCount);
      if (places.length > 0) await emptyRows(tx, app, of, number, new Set(places));
    }
  }
}

async function emptyRows(
  tx: Tx,
  app: Pick<App, "secrets">,
  of: Pick<Import, "id" | "columns">,
  chunk: number,
  places: ReadonlySet<number>,
): Promise<void> {
  const at = { importId: of.id, chunk };
  const kept = await tx.findOneBy(ImportCells, at);
  if (!kept) return;
  const rows = openCells(app, of, kept).map((row, place) => (places.has(place) ? [] : row));
  await tx.update(ImportCells, at, { ...sealCells(app, of, chunk, rows), keys: keysWithout(kept.keys, places) });
}

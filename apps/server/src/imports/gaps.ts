import type { ImportChunk } from "./import-chunk.entity.js";

/** Records that no chunk holds, or that two hold. */
export interface Gap {
  /** The chunk that would hold the first of them. */
  readonly chunk: number;
  readonly firstRow: number;
  readonly lastRow: number;
}

/** Where the chunks, in the order of their numbers, do not hold every record of the file exactly once. */
export function gapsOf(
  chunks: readonly Pick<ImportChunk, "number" | "firstRow" | "rowCount">[],
  totalRows: number,
): Gap[] {
  const gaps: Gap[] = [];
  let number = 0;
  // record 1 is the header, unless the file has none
  const first = chunks[0]?.number === 0 && chunks[0].firstRow === 1 ? 1 : 2;
  const last = first + totalRows - 1;
  let row = first;
  for (const chunk of chunks) {
    if (chunk.firstRow !== row || chunk.number !== number) {
      const [from, to] = chunk.firstRow > row ? [row, chunk.firstRow - 1] : [chunk.firstRow, row - 1];
      gaps.push({ chunk: Math.min(number, chunk.number), firstRow: from, lastRow: Math.max(from, to) });
    }
    number = chunk.number + 1;
    row = chunk.firstRow + chunk.rowCount;
  }
  if (row <= last) gaps.push({ chunk: number, firstRow: row, lastRow: last });
  return gaps;
}

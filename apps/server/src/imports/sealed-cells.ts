import { isIdentityColumn } from "@usher/rules/columns";
import type { App } from "../context.js";
import type { Import } from "./import.entity.js";
import type { ImportCells } from "./import-cells.entity.js";

type Sealing = Pick<App, "secrets">;
type Of = Pick<Import, "id" | "columns">;

/** What the sealed text of a chunk is bound to: none stands in another's place. */
export const aboutCells = ({ importId, chunk }: Pick<ImportCells, "importId" | "chunk">): string =>
  `cells ${importId} ${chunk}`;

/**
 * Rows as they are stored. What may be of somebody's identity is sealed, all of a chunk as one text, and leaves an empty cell; a file
 * without such columns has nothing sealed.
 */
export function sealCells(
  { secrets }: Sealing,
  of: Of,
  chunk: number,
  rows: readonly string[][],
): Pick<ImportCells, "cells" | "sealedCells"> {
  const placesOf = identityPlaces(of.columns);
  if (placesOf === null) return { cells: [...rows], sealedCells: null };
  const cells = rows.map((row) => {
    const places = placesOf(row);
    return row.map((cell, place) => (places.has(place) ? "" : cell));
  });
  const ofIdentity = rows.map((row) => [...placesOf(row)].map((place) => row[place]));
  return { cells, sealedCells: secrets.seal(JSON.stringify(ofIdentity), aboutCells({ importId: of.id, chunk })) };
}

/** The rows of a chunk as they came. */
export function openCells(
  { secrets }: Sealing,
  of: Of,
  { chunk, cells, sealedCells }: Pick<ImportCells, "chunk" | "cells" | "sealedCells">,
): string[][] {
  const placesOf = identityPlaces(of.columns);
  if (placesOf === null || sealedCells === null) return cells;
  const ofIdentity: string[][] = JSON.parse(secrets.open(sealedCells, aboutCells({ importId: of.id, chunk })));
  return cells.map((row, index) => {
    const whole = [...row];
    let next = 0;
    for (const place of placesOf(row)) whole[place] = ofIdentity[index]?.[next++] ?? "";
    return whole;
  });
}

/** Where a row holds what may be of an identity, in ascending order; null for a file that has no such column. */
function identityPlaces(columns: Import["columns"]): ((row: readonly string[]) => ReadonlySet<number>) | null {
  const mapped = columns.flatMap((column, place) => (isIdentityColumn(column) ? [place] : []));
  if (mapped.length === 0) return null;
  // with a value too many each stands where it belongs or one further
  const shifted = [...new Set(mapped.flatMap((place) => [place, place + 1]))];
  return (row) => new Set((row.length > columns.length ? shifted : mapped).filter((place) => place < row.length));
}

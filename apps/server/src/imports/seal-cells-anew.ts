import { IsNull, Not } from "typeorm";
import type { App } from "../context.js";
import { ImportCells } from "./import-cells.entity.js";
import { aboutCells } from "./sealed-cells.js";

/** Seals chunks anew that were sealed with the former key, one at a time: each holds up to 2,000 rows. Answers how many were. */
export async function sealCellsAnew(
  { db, secrets }: Pick<App, "db" | "secrets">,
  onProgress: (count: number) => void,
): Promise<number> {
  const chunks = await db.read.find(ImportCells, {
    select: { importId: true, chunk: true },
    where: { sealedCells: Not(IsNull()) },
  });
  let count = 0;
  for (const { importId, chunk } of chunks) {
    const isSealedAnew = await db.tx(async (tx) => {
      // held: somebody's row may be erased from it at the same moment
      const held = await tx.findOne(ImportCells, {
        select: { importId: true, chunk: true, sealedCells: true },
        where: { importId, chunk },
        ...(db.kind === "sqlite" ? {} : { lock: { mode: "pessimistic_write" } }),
      });
      if (!held?.sealedCells || secrets.isCurrent(held.sealedCells)) return false;
      const about = aboutCells(held);
      await tx.update(
        ImportCells,
        { importId, chunk },
        { sealedCells: secrets.seal(secrets.open(held.sealedCells, about), about) },
      );
      return true;
    });
    if (isSealedAnew) onProgress(++count);
  }
  return count;
}

import { Between, IsNull, LessThanOrEqual, Or } from "typeorm";
import type { App } from "../context.js";
import { newId } from "../db/ids.js";
import { identifyingFields } from "../people/person-row.js";
import { leaseTime, type WorkingImport } from "./claim-chunk.js";
import { Import } from "./import.entity.js";
import { ImportCells } from "./import-cells.entity.js";
import { ImportChunk } from "./import-chunk.entity.js";
import { type Repeat, SeenKeys } from "./repeats.js";

/** Chunks whose keys are read at once. */
const together = 20;

/**
 * Finds out which rows repeat an earlier one of the same file, before anything is decided: so the first row wins, whatever
 * the order in which chunks come and are worked on. Answers whether it did; false when somebody else is at it.
 */
export async function compareRows(app: Pick<App, "db" | "clock">, { id, totalRows }: WorkingImport): Promise<boolean> {
  const leaseOwner = newId();
  const lease = () => ({ leaseOwner, leaseUntil: new Date(app.clock.now().getTime() + leaseTime) });
  const claim = await app.db.tx((tx) =>
    tx.update(
      Import,
      { id, comparedAt: IsNull(), leaseUntil: Or(IsNull(), LessThanOrEqual(app.clock.now())) },
      lease(),
    ),
  );
  if (claim.affected !== 1) return false;

  const found = new Map<number, Repeat[]>();
  for (const field of identifyingFields) {
    const seen = new SeenKeys(totalRows);
    for (let from = 0; ; from += together) {
      const chunks = await app.db.read.find(ImportCells, {
        where: { importId: id, chunk: Between(from, from + together - 1) },
        order: { chunk: "ASC" },
        select: { importId: true, chunk: true, keys: true },
      });
      if (chunks.length === 0) break;
      for (const { chunk, keys } of chunks) {
        const repeats = seen.add(field, keys);
        if (repeats.length > 0) found.set(chunk, (found.get(chunk) ?? []).concat(repeats));
      }
    }
    const { affected } = await app.db.tx((tx) => tx.update(Import, { id, leaseOwner }, lease()));
    if (affected !== 1) return false;
  }
  await app.db.tx(async (tx) => {
    const done = { comparedAt: app.clock.now(), leaseOwner: null, leaseUntil: null };
    const { affected } = await tx.update(Import, { id, leaseOwner }, done);
    if (affected !== 1) return;
    for (const [number, repeats] of found) await tx.update(ImportChunk, { importId: id, number }, { repeats });
  });
  return true;
}

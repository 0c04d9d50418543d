import type { Ctx } from "../context.js";
import { findImport } from "./find-import.js";
import { ImportChunk } from "./import-chunk.entity.js";
import { type ImportAnswer, setGoing } from "./set-going.js";

/** Works out in the background what each row would do, by the code that the commit decides by (F40). May be asked for again. */
export async function planImport(ctx: Ctx, { importId }: { importId: string }): Promise<ImportAnswer> {
  const found = await findImport(ctx, importId);
  return setGoing(ctx, found, {
    from: ["STAGING", "PLANNED"],
    to: { state: "PLANNING", plan: null },
    already: ["PLANNING"],
    also: (tx) => tx.update(ImportChunk, { importId: found.id, state: "PLANNED" }, { state: "STAGED" }),
  });
}

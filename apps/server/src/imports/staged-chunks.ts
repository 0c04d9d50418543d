import type { Ctx } from "../context.js";
import { ImportChunk } from "./import-chunk.entity.js";

/** The numbers of the chunks that are stored, ascending: where an upload goes on. */
export async function stagedChunks(ctx: Ctx, importId: string): Promise<number[]> {
  const chunks = await ctx.read.find(ImportChunk, {
    where: { importId },
    order: { number: "ASC" },
    select: { importId: true, number: true },
  });
  return chunks.map(({ number }) => number);
}

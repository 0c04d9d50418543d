import { In, LessThan } from "typeorm";
import type { App } from "../context.js";
import type { Worker } from "../jobs/job-engine.js";
import { Import } from "./import.entity.js";
import { ImportCells } from "./import-cells.entity.js";
import { ImportChunk } from "./import-chunk.entity.js";

const day = 24 * 3_600_000;
const keptFor = 30 * day;
const deletedTogether = 20;

/** Erases what files held 30 days after their imports' end; outcomes stay. Files that nobody took further end after 30 days too. */
export function makeCellsEraser(app: Pick<App, "clock" | "db">): Worker {
  return {
    name: "erase-old-cells",
    concurrency: 1,
    sweepEvery: day / 24,
    async work() {
      const before = new Date(app.clock.now().getTime() - keptFor);
      await app.db.tx((tx) =>
        tx.update(
          Import,
          { state: In(["STAGING", "PLANNED"]), createdAt: LessThan(before) },
          { state: "CANCELLED", finishedAt: app.clock.now() },
        ),
      );
      return eraseSome(app, before);
    },
  };
}

async function eraseSome(app: Pick<App, "db">, before: Date): Promise<boolean> {
  const old = await app.db.read
    .createQueryBuilder(ImportCells, "cells")
    .select(["cells.importId", "cells.chunk"])
    .where(
      (query) =>
        `EXISTS ${query
          .subQuery()
          .select("1")
          .from(Import, "one")
          .where("one.id = cells.importId AND one.finishedAt < :before", { before })
          .getQuery()}`,
    )
    .setParameter("before", before)
    .limit(deletedTogether)
    .getMany();
  const chunksOf = new Map<string, number[]>();
  for (const { importId, chunk } of old) chunksOf.set(importId, [...(chunksOf.get(importId) ?? []), chunk]);
  for (const [importId, chunks] of chunksOf) {
    await app.db.tx(async (tx) => {
      await tx.delete(ImportCells, { importId, chunk: In(chunks) });
      // leaders that were never set, since the import did not come to its end, are addresses too
      await tx.update(ImportChunk, { importId, number: In(chunks) }, { leaders: null });
    });
  }
  return old.length === deletedTogether;
}

import { In } from "typeorm";
import type { App } from "../context.js";
import type { Worker } from "../jobs/job-engine.js";
import { isStale } from "../people/changed-meanwhile.js";
import { auditApplied } from "./audit-applied.js";
import { type ClaimedChunk, claimChunk, isWorkLeft, releaseChunk, type WorkingImport } from "./claim-chunk.js";
import { compareRows } from "./compare-rows.js";
import { finishImport, finishPlan } from "./finish-import.js";
import { Import } from "./import.entity.js";
import { importWorkerName } from "./import-worker-name.js";
import { applyChunk, planChunk, StoppedMeanwhile } from "./work-chunk.js";

/** A chunk that fails this often is not going to succeed. */
const maxAttempts = 8;

/** Plans and applies imports, chunk by chunk; what is not finished comes back by itself, also after a kill. */
export function makeImportWorker(app: App): Worker {
  return {
    name: importWorkerName,
    // SQLite has one writer, so a second lane would only wait
    concurrency: app.db.kind === "sqlite" ? 1 : 2,
    sweepEvery: 2_000,
    async work() {
      const waiting = (await app.db.read.findBy(Import, { state: In(["PLANNING", "RUNNING"]) })) as WorkingImport[];
      // in any order: a small file is not kept waiting by a large one
      waiting.sort(() => Math.random() - 0.5);
      for (const one of waiting) if (await workOn(app, one)) return true;
      return false;
    },
  };
}

/** Does one piece of an import; answers whether there was one to do. */
async function workOn(app: App, one: WorkingImport): Promise<boolean> {
  if (one.comparedAt === null) return compareRows(app, one);
  const chunk = await claimChunk(app, one);
  if (chunk) {
    await workChunk(app, one, chunk);
    return true;
  }
  if (await isWorkLeft(app, one)) return false;
  if (one.state === "PLANNING") await finishPlan(app, one);
  else await finishImport(app, one);
  return true;
}

async function workChunk(app: App, one: WorkingImport, chunk: ClaimedChunk): Promise<void> {
  try {
    if (one.state === "PLANNING") await planChunk(app, one, chunk);
    else await applyChunk(app, one, chunk);
  } catch (error) {
    if (error instanceof StoppedMeanwhile) return releaseChunk(app, { ...chunk, attempts: 0 });
    const { importId, number, attempts } = chunk;
    const about = { importId, chunk: number, attempts };
    if (isStale(error)) app.log.warn(about, "a chunk met other people's changes three times and waits");
    else app.log.error({ err: error, ...about }, "a chunk of an import failed");
    if (attempts < maxAttempts) return releaseChunk(app, chunk);
    const end = { state: "FAILED", failure: "CHUNK_FAILED", finishedAt: app.clock.now() } as const;
    await app.db.tx(async (tx) => {
      const { affected } = await tx.update(Import, { id: one.id, state: one.state }, end);
      if (affected === 1) await auditApplied(tx, app, one);
    });
  }
}

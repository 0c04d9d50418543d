import { In, LessThanOrEqual } from "typeorm";
import type { App } from "../context.js";
import { newId } from "../db/ids.js";
import type { Import } from "./import.entity.js";
import { ImportChunk } from "./import-chunk.entity.js";

/** Long enough for any chunk; a worker that was killed is replaced after it. */
export const leaseTime = 60_000;
/** Waited after a failed attempt, times the number of attempts. */
const pause = 2_000;

/** In which states a chunk still has its work before it. */
const open = { PLANNING: ["STAGED"], RUNNING: ["STAGED", "PLANNED"] } as const;

/** An import that the worker has something to do for. */
export type WorkingImport = Import & { state: keyof typeof open };

export type ClaimedChunk = ImportChunk & { leaseOwner: string };

const unfinished = ({ id, state }: Pick<WorkingImport, "id" | "state">) => ({
  importId: id,
  state: In([...open[state]]),
});

/** Takes the file's next chunk that nobody works on; null when there is none at the moment. */
export async function claimChunk(app: Pick<App, "db" | "clock">, of: WorkingImport): Promise<ClaimedChunk | null> {
  for (;;) {
    const now = app.clock.now();
    const free = { ...unfinished(of), leaseUntil: LessThanOrEqual(now) };
    const candidate = await app.db.read.findOne(ImportChunk, { where: free, order: { number: "ASC" } });
    if (!candidate) return null;
    const { importId, number } = candidate;
    const leaseOwner = newId();
    const claim = { attempts: candidate.attempts + 1, leaseOwner, leaseUntil: new Date(now.getTime() + leaseTime) };
    const isMine = await app.db.tx(async (tx) => {
      const { affected } = await tx.update(ImportChunk, { ...free, number }, claim);
      // after a lost acknowledgement the row is this attempt's own already
      return affected === 1 || tx.existsBy(ImportChunk, { importId, number, leaseOwner });
    });
    if (isMine) return { ...candidate, ...claim };
  }
}

/** Whether any chunk still has its work before it, claimed or not. */
export const isWorkLeft = (app: Pick<App, "db">, of: WorkingImport): Promise<boolean> =>
  app.db.read.existsBy(ImportChunk, unfinished(of));

/** Gives a chunk back after a failed attempt. */
export async function releaseChunk(app: Pick<App, "db" | "clock">, chunk: ClaimedChunk): Promise<void> {
  const { importId, number, leaseOwner, attempts } = chunk;
  const leaseUntil = new Date(app.clock.now().getTime() + pause * attempts);
  await app.db.tx((tx) =>
    tx.update(ImportChunk, { importId, number, leaseOwner }, { attempts, leaseUntil, leaseOwner: null }),
  );
}

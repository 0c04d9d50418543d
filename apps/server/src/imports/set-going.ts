import type { UserError } from "@usher/schema/user-error";
import { In, MoreThan } from "typeorm";
import type { Ctx } from "../context.js";
import { afterCommit, type Tx } from "../db/transaction.js";
import { userError } from "../http/user-errors.js";
import { type Gap, gapsOf } from "./gaps.js";
import { Import, type ImportState } from "./import.entity.js";
import { ImportChunk } from "./import-chunk.entity.js";
import { importWorkerName } from "./import-worker-name.js";

export interface ImportAnswer {
  import: Import | null;
  userErrors: UserError[];
}

interface Move {
  from: readonly ImportState[];
  to: Partial<Import> & { state: ImportState };
  /** States in which this was done before: said again, it changes nothing. */
  already: readonly ImportState[];
  /** What else belongs to it. */
  also?: (tx: Tx) => Promise<unknown>;
}

/** More than these are not named one by one. */
const namedGaps = 20;

/** Rolls back what was begun. */
class Incomplete extends Error {
  constructor(readonly gaps: readonly Gap[]) {
    super("chunks are missing");
  }
}

/** Gives a whole file to the worker; refuses when chunks are missing or the import is past this. */
export async function setGoing(ctx: Ctx, { id, workspaceId, totalRows }: Import, move: Move): Promise<ImportAnswer> {
  try {
    const isOpen = await ctx.tx(async (tx) => {
      // first the claim: it waits for chunks that are being stored, so that the look at them is the last word
      const claim = await tx.update(Import, { id, workspaceId, state: In([...move.from]) }, move.to);
      if (claim.affected !== 1) return tx.existsBy(Import, { id, workspaceId, state: In([...move.already]) });
      const chunks = await tx.find(ImportChunk, {
        where: { importId: id },
        order: { number: "ASC" },
        select: { importId: true, number: true, firstRow: true, rowCount: true },
      });
      const gaps = gapsOf(chunks, totalRows);
      if (gaps.length > 0) throw new Incomplete(gaps);
      // what an earlier round of work has left
      await tx.update(
        ImportChunk,
        { importId: id, attempts: MoreThan(0) },
        { attempts: 0, leaseUntil: ctx.clock.now(), leaseOwner: null },
      );
      await move.also?.(tx);
      afterCommit(tx, () => ctx.jobs.wake(importWorkerName));
      return true;
    });
    if (!isOpen) return { import: null, userErrors: [userError(ctx.language, "IMPORT_CLOSED", ["importId"])] };
  } catch (error) {
    if (!(error instanceof Incomplete)) throw error;
    const userErrors = error.gaps
      .slice(0, namedGaps)
      .map(({ chunk, firstRow, lastRow }) =>
        userError(ctx.language, "IMPORT_INCOMPLETE", ["chunks", chunk], `(${firstRow}–${lastRow})`),
      );
    return { import: null, userErrors };
  }
  return { import: await ctx.db.dataSource.manager.findOneByOrFail(Import, { id, workspaceId }), userErrors: [] };
}

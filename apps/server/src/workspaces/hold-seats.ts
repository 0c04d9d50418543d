import type { Tx } from "../db/transaction.js";
import { WorkspaceSeats } from "./workspace-seats.entity.js";

/** The seats of a workspace, nobody else's to claim or free until the transaction's end. */
export interface HeldSeats {
  /** How many more may be taken; Infinity without a limit. */
  readonly free: number;
  /** Takes so many, or gives them back with a negative number. At most `free`. */
  move(count: number): Promise<void>;
}

/**
 * Holds the seats' row: first in its transaction, so that everybody waits for the same row in the same order, and what is
 * counted among the users afterwards still holds when the seats are moved.
 */
export async function holdSeats(tx: Tx, workspaceId: string): Promise<HeldSeats> {
  // changes nothing, and locks as any update does
  await tx.update(WorkspaceSeats, { workspaceId }, { used: () => "used" });
  const { used, seatLimit } = await tx.findOneByOrFail(WorkspaceSeats, { workspaceId });
  return {
    free: seatLimit === null ? Infinity : Math.max(0, seatLimit - used),
    async move(count) {
      if (count !== 0) await tx.increment(WorkspaceSeats, { workspaceId }, "used", count);
    },
  };
}

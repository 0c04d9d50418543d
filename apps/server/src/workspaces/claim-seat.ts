import type { Tx } from "../db/transaction.js";
import { WorkspaceSeats } from "./workspace-seats.entity.js";

/**
 * Takes one seat, or answers false when all are taken. One guarded update, first in its transaction: the limit holds
 * whoever accepts at the same time, and everybody waits for the same row in the same order.
 */
export async function claimSeat(tx: Tx, workspaceId: string): Promise<boolean> {
  const { affected } = await tx
    .createQueryBuilder()
    .update(WorkspaceSeats)
    .set({ used: () => "used + 1" })
    .where("workspace_id = :workspaceId AND (seat_limit IS NULL OR used < seat_limit)", { workspaceId })
    .updateEntity(false)
    .execute();
  return affected === 1;
}

import { In } from "typeorm";
import type { Tx } from "../db/transaction.js";
import { FoundershipTransfer } from "./foundership-transfer.entity.js";

/** Ends the founder's open offer when it was made to one of these users, who are gone or closed. */
export async function endOffersTo(tx: Tx, workspaceId: string, userIds: readonly string[]): Promise<void> {
  await tx.delete(FoundershipTransfer, { workspaceId, toId: In([...userIds]) });
}

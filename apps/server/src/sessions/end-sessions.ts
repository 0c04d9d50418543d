import { Not } from "typeorm";
import type { Tx } from "../db/transaction.js";
import { Session } from "./session.entity.js";

/** Signs a user out everywhere, but for the session that is named. */
export async function endSessions(tx: Tx, userId: string, kept: string | null = null): Promise<void> {
  await tx.delete(Session, { userId, ...(kept !== null && { id: Not(kept) }) });
}

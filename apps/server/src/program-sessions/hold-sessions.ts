import { readByKeys } from "../db/read-by-keys.js";
import type { Tx } from "../db/transaction.js";
import { ProgramSession } from "./program-session.entity.js";

const properties = ["id", "workspaceId", "groupId", "name", "nameKey", "startsOn", "endsOn", "createdAt"] as const;

/**
 * Those of these sessions that there are, held until the transaction's end: whoever adds people at the same moment waits, and
 * nobody is put on a session that is being merged or deleted. Always in the same order, so that two do not wait for each other.
 */
export const holdSessions = (tx: Tx, workspaceId: string, ids: readonly string[]): Promise<ProgramSession[]> =>
  readByKeys(tx, ProgramSession, properties, workspaceId, "id", [...ids].sort(), { lock: true });

import { In } from "typeorm";
import { readByKeys } from "../db/read-by-keys.js";
import type { Tx } from "../db/transaction.js";
import { holdSessions } from "./hold-sessions.js";
import { whoMayStillPut } from "./may-put.js";
import { ProgramSessionMember } from "./program-session-member.entity.js";
import type { Place } from "./put-on-session.js";

const properties = ["id", "programSessionId", "part", "emailKey", "addedById"] as const;

/**
 * Somebody says once more that these addresses are awaited: of places whose adder may no longer give them it becomes the adder, so that
 * they are taken by those who come (F57). A few statements, however many.
 */
export async function vouchForPlaces(tx: Tx, place: Place, emailKeys: readonly string[]): Promise<void> {
  const { workspaceId, programSessionId, part, addedById } = place;
  const known = await readByKeys(tx, ProgramSessionMember, properties, workspaceId, "emailKey", new Set(emailKeys));
  const others = known.filter(
    (one) => one.programSessionId === programSessionId && one.part === part && one.addedById !== addedById,
  );
  if (others.length === 0) return;
  const [session] = await holdSessions(tx, workspaceId, [programSessionId]);
  if (!session) return;
  const mayStillPut = await whoMayStillPut(tx, workspaceId, others);
  const ids = others.filter((one) => !mayStillPut(one, session.groupId)).map(({ id }) => id);
  if (ids.length > 0) await tx.update(ProgramSessionMember, { workspaceId, id: In(ids) }, { addedById });
}

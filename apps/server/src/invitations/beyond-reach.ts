import { can } from "@usher/rules/permissions";
import type { AuditActor } from "../audit/record-audit.js";
import type { Tx } from "../db/transaction.js";
import { anonymous, readActor } from "../permissions/read-actor.js";
import { promisingTooMuch } from "./may-grant.js";

/**
 * Which of these are not the actor's to touch, by what they hold at this moment: to who invites to groups alone, what leads elsewhere or promises
 * more than they could give (F6); to everybody, where links are handed over to whoever asks, what promises more (F57). A mail goes to
 * the person alone.
 */
export async function beyondReach(
  tx: Tx,
  workspaceId: string,
  { userId }: AuditActor,
  ids: readonly string[],
  { areHandedOver = false } = {},
): Promise<Set<string>> {
  const actor = (userId && (await readActor(tx, workspaceId, userId))) || anonymous;
  if (can.add(actor) && !areHandedOver) return new Set();
  return promisingTooMuch(tx, actor, workspaceId, ids);
}

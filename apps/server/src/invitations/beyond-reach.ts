import { can } from "@usher/rules/permissions";
import type { EntityManager } from "typeorm";
import type { AuditActor } from "../audit/record-audit.js";
import type { Actor } from "../context.js";
import type { Tx } from "../db/transaction.js";
import { anonymous, readActor } from "../permissions/read-actor.js";
import { holdingTooMuch, promisingTooMuch } from "./may-grant.js";

/**
 * Which of these are not the actor's to withdraw, or to send again: to who invites to groups alone, what leads elsewhere or promises more
 * than they could give (F6). A mail goes to the person alone.
 */
export const beyondChanging = async (
  read: EntityManager,
  actor: Actor,
  workspaceId: string,
  ids: readonly string[],
): Promise<Set<string>> =>
  can.add(actor) ? new Set() : promisingTooMuch(read, { actor, session: null }, workspaceId, ids);

/** Which of these the actor may not bring to whom they choose, by a copied link or another address: what they could not give (F57). */
export const beyondHandingOver = (
  read: EntityManager,
  actor: Actor,
  workspaceId: string,
  ids: readonly string[],
): Promise<Set<string>> =>
  holdingTooMuch(read, { actor, session: null }, workspaceId, ids, { mustLeadIntoGroups: true });

/** The same for work in the background, by what the actor holds at this moment. */
export async function beyondReach(
  tx: Tx,
  workspaceId: string,
  { userId }: AuditActor,
  ids: readonly string[],
  { areHandedOver = false } = {},
): Promise<Set<string>> {
  const actor = (userId && (await readActor(tx, workspaceId, userId))) || anonymous;
  return (areHandedOver ? beyondHandingOver : beyondChanging)(tx, actor, workspaceId, ids);
}

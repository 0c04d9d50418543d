import { type EntityManager, MoreThan } from "typeorm";
import type { Actor, Ctx } from "../context.js";
import { FoundershipTransfer } from "./foundership-transfer.entity.js";
import { Grant } from "./grant.entity.js";

/**
 * Whether a user was granted what whoever acts was not, or was offered the workspace: who gets into the account would gain by it
 * (F57).
 */
export async function holdsMore(
  { actor, clock, read }: { actor: Actor; read: EntityManager } & Pick<Ctx, "clock">,
  userId: string,
): Promise<boolean> {
  if (actor.isFounder) return false;
  const grants = await read.findBy(Grant, { userId });
  if (grants.some(({ permission }) => !actor.grants.has(permission))) return true;
  return read.existsBy(FoundershipTransfer, { toId: userId, expiresAt: MoreThan(clock.now()) });
}

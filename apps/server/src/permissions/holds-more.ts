import type { EntityManager } from "typeorm";
import type { Actor } from "../context.js";
import { Grant } from "./grant.entity.js";

/** Whether a user was granted what the actor was not: whoever gets into the account would gain by it (F57). */
export async function holdsMore(read: EntityManager, actor: Actor, userId: string): Promise<boolean> {
  if (actor.isFounder) return false;
  const grants = await read.findBy(Grant, { userId });
  return grants.some(({ permission }) => !actor.grants.has(permission));
}

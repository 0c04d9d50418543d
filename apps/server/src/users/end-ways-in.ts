import type { User } from "./user.entity.js";

type Waiting = Pick<User, "generation" | "temporaryUntil">;

/**
 * What an account that waits for its owner is set to, so that nothing that was mailed or handed over opens it any more: neither a link nor
 * a temporary password. An activation mail leads in again.
 */
export const endWaysIn = ({ generation, temporaryUntil }: Waiting, now: Date) => ({
  generation: generation + 1,
  temporaryUntil: temporaryUntil && (temporaryUntil < now ? temporaryUntil : now),
  activationExpiresAt: null,
  deliveryState: null,
  attention: null,
  newLinkAskedAt: null,
});

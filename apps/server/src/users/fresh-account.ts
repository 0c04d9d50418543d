import type { User } from "./user.entity.js";

/** What nothing has happened to yet: where every new account begins, whichever way it came. */
export const freshAccount = {
  temporaryUntil: null,
  credential: null,
  generation: 1,
  identityStatus: "NONE",
  createdById: null,
  activationExpiresAt: null,
  activationSentCount: 0,
  activationSentAt: null,
  deliveredAt: null,
  openedAt: null,
  deliveryState: null,
  attention: null,
  newLinkAskedAt: null,
  seatLimitToldAt: null,
  deletionAnnouncedFor: null,
} as const satisfies Partial<User>;

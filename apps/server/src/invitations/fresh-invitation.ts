import type { Invitation } from "./invitation.entity.js";

/** What nothing has happened to yet: where every invitation begins, and begins again when it is renewed. */
export const freshInvitation = {
  deliveryState: null,
  deliveredAt: null,
  attention: null,
  newLinkAskedAt: null,
  seatRefusedAt: null,
  remindersSent: 0,
  nextReminderAt: null,
  acceptedAt: null,
  acceptedUserId: null,
  programSessionId: null,
  sealedIdentity: null,
} as const satisfies Partial<Invitation>;

import type { Invitation as ApiInvitation } from "@usher/schema/invitation";
import type { Invitation } from "./invitation.entity.js";
import { statusOf } from "./invitation-status.js";

/** What leaves of an invitation; the API's class names every field of it. */
export const presentInvitation = (invitation: Invitation, now: Date): ApiInvitation => ({
  id: invitation.id,
  email: invitation.email,
  status: statusOf(invitation, now),
  firstName: invitation.firstName,
  lastName: invitation.lastName,
  username: invitation.username,
  userType: invitation.userType,
  language: invitation.language,
  deletionDate: invitation.deletionDate,
  externalId: invitation.externalId,
  message: invitation.message,
  createdAt: invitation.createdAt,
  expiresAt: invitation.expiresAt,
  sentCount: invitation.sentCount,
  lastSentAt: invitation.lastSentAt,
  openedAt: invitation.openedAt,
  attention: invitation.attention,
  newLinkAskedAt: invitation.newLinkAskedAt,
  seatRefusedAt: invitation.seatRefusedAt,
  remindersSent: invitation.remindersSent,
  nextReminderAt: invitation.nextReminderAt,
  acceptedAt: invitation.acceptedAt,
  importRow: invitation.importRow,
  companyId: invitation.companyId,
  teamId: invitation.teamId,
  labelId: invitation.labelId,
  inviterId: invitation.inviterId,
  acceptedUserId: invitation.acceptedUserId,
  importId: invitation.importId,
  programSessionId: invitation.programSessionId,
});

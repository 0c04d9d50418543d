export type Concern = "failedMails" | "newLinkRequests" | "seatRefusals" | "expiringLinks";

/** Lists of those whom a number on Home counts: filters live in their addresses. */
export const attentionLinks: Record<"invitations" | "users", Record<Concern, string>> = {
  invitations: {
    failedMails: "/users/invitations?status=PENDING&delivery=FAILED",
    newLinkRequests: "/users/invitations?attention=NEW_LINK_ASKED",
    seatRefusals: "/users/invitations?attention=SEAT_LIMIT",
    expiringLinks: "/users/invitations?status=PENDING&expiring=48",
  },
  users: {
    failedMails: "/users?status=PENDING&delivery=FAILED",
    newLinkRequests: "/users?attention=NEW_LINK_ASKED",
    seatRefusals: "/users?attention=SEAT_LIMIT",
    expiringLinks: "/users?status=PENDING&expiring=48",
  },
};

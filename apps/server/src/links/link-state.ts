import type { LinkState } from "@usher/schema/link";
import type { Invitation } from "../invitations/invitation.entity.js";
import type { EmailChange } from "../users/email-change.entity.js";
import type { User } from "../users/user.entity.js";
import type { Link } from "./link.entity.js";

/** A closed subject says more than the link's own age; an invitation that is gone was withdrawn. */
export function invitationLinkState(link: Link, invitation: Invitation | null, now: Date): LinkState {
  if (invitation === null || invitation.status === "CANCELLED") return "CANCELLED";
  if (invitation.status === "ACCEPTED") return "USED";
  if (link.generation !== invitation.generation) return "REPLACED";
  if (link.expiresAt <= now || invitation.expiresAt <= now) return "EXPIRED";
  return "VALID";
}

/** Of a link that opens an account. */
export function activationLinkState(link: Link, user: User | null, now: Date): LinkState {
  if (user === null || user.status === "DEACTIVATED") return "CANCELLED";
  if (user.status === "ACTIVE") return "USED";
  if (link.generation !== user.generation) return "REPLACED";
  return link.expiresAt <= now ? "EXPIRED" : "VALID";
}

/** Of a link to a new password: a former one dies when the password is set, whichever way. */
export function resetLinkState(link: Link, user: User | null, now: Date): LinkState {
  if (user === null || user.status !== "ACTIVE") return "CANCELLED";
  if (link.generation !== user.generation) return "USED";
  return link.expiresAt <= now ? "EXPIRED" : "VALID";
}

/** Of a link to a new address: dead with what else was sent before the account got a new password or was closed. */
export function emailChangeLinkState(link: Link, change: EmailChange | null, user: User | null, now: Date): LinkState {
  if (change === null || user === null || user.status === "DEACTIVATED") return "CANCELLED";
  if (link.generation !== change.generation) return "REPLACED";
  if (change.state === "CONFIRMED") return "USED";
  if (change.state === "CANCELLED" || change.userGeneration !== user.generation) return "CANCELLED";
  return link.expiresAt <= now ? "EXPIRED" : "VALID";
}

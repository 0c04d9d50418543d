import type { InvitationStatus } from "@usher/schema/invitation";
import { all, type Condition, compares, equals } from "../db/condition.js";
import type { Invitation } from "./invitation.entity.js";

/** How an invitation stands: EXPIRED is PENDING past its time, told by the clock and stored nowhere. */
export const statusOf = (
  { status, expiresAt }: Pick<Invitation, "status" | "expiresAt">,
  now: Date,
): InvitationStatus => (status === "PENDING" && expiresAt <= now ? "EXPIRED" : status);

/** The rows that stand so now. */
export function standsAs(status: InvitationStatus, now: Date): Condition {
  if (status === "PENDING") return all(equals("status", "PENDING"), compares("expiresAt", ">", now));
  if (status === "EXPIRED") return all(equals("status", "PENDING"), compares("expiresAt", "<=", now));
  return equals("status", status);
}

import { isInRange } from "@usher/rules/setting-ranges";

const hour = 3_600_000;

/** How long an invitation may live, in hours: 1 hour to 30 days (F12). */
export const isLifetime = (hours: number): boolean => isInRange("invitationLifetimeHours", hours);

export const expiryAfter = (now: Date, hours: number): Date => new Date(now.getTime() + hours * hour);

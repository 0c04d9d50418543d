const hour = 3_600_000;

/** How long an invitation may live, in hours: 1 hour to 30 days (F12). */
export const isLifetime = (hours: number): boolean => Number.isInteger(hours) && hours >= 1 && hours <= 720;

export const expiryAfter = (now: Date, hours: number): Date => new Date(now.getTime() + hours * hour);

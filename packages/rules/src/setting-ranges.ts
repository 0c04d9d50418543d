/** The least and the most that a workspace's numbers may be set to. */
export const settingRanges = {
  /** Hours: 1 hour to 30 days (F12). */
  invitationLifetimeHours: [1, 720],
  activationLifetimeHours: [1, 720],
  /** Days before a reminder; an invitation lives for 30 at most. */
  reminderAfterDays: [1, 30],
  /** 0: none. */
  reminderCount: [0, 5],
  /** The founder takes one. */
  seatLimit: [1, 100_000_000],
} as const;

export type NumberSetting = keyof typeof settingRanges;

export function isInRange(setting: NumberSetting, value: number): boolean {
  const [least, most] = settingRanges[setting];
  return Number.isInteger(value) && value >= least && value <= most;
}

/** Bytes of a logo at most: it travels with every mail. */
export const largestLogo = 200 * 1024;

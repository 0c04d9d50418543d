import type { LanguageCode } from "@usher/rules/language";

interface HourlyLimitWords {
  room(room: number, most: number): string;
  /** `time`: hours and minutes in the workspace's zone. */
  from(time: string): string;
}

export const hourlyLimitWords: Record<LanguageCode, HourlyLimitWords> = {
  en: {
    room: (room, most) => `Of ${most} people an hour, ${room} are left to you now.`,
    from: (time) => `All of these fit from ${time}.`,
  },
  fr: {
    room: (room, most) => `Sur ${most} personnes par heure, il vous en reste ${room} pour l’instant.`,
    from: (time) => `Toutes celles-ci passeront à partir de ${time}.`,
  },
  nl: {
    room: (room, most) => `Van ${most} mensen per uur hebt u er nu nog ${room} over.`,
    from: (time) => `Vanaf ${time} is er plaats voor al deze mensen.`,
  },
};

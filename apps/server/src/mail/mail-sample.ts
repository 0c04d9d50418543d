import type { LanguageCode } from "@usher/rules/language";
import type { Config } from "../config.js";
import type { Clock } from "../context.js";

/** What a kind of mail writes its sample from: somebody invented, in a workspace as it is set. */
export interface MailSample {
  readonly config: Config;
  readonly clock: Clock;
  readonly language: LanguageCode;
  readonly workspace: {
    readonly name: string;
    readonly timeZone: string;
    readonly invitationLifetimeHours: number;
    readonly activationLifetimeHours: number;
  };
  /** Who gets the mail. */
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  /** Whoever asks to see it, as the one who invites, creates, changes; null where somebody has no name. */
  readonly actorName: string | null;
  /** What the actor adds in words of their own; null for nothing. */
  readonly message: string | null;
  /** As long as a link's, and plainly none: it opens nothing. */
  readonly secret: string;
}

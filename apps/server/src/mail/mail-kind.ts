import type { EntityManager } from "typeorm";
import type { App } from "../context.js";
import type { Letter } from "./letter.js";
import type { OutboxMail } from "./outbox-mail.entity.js";

/** A mail that is about to go out. */
export interface DueMail {
  row: OutboxMail;
  /** The link's secret; null for a mail without a link. */
  secret: string | null;
}

/** What to send; or why nothing is: SUPPRESSED when nobody needs it any more, FAILED when the person goes without. */
export type Written = Letter | { withheld: "SUPPRESSED" | "FAILED"; reason: string };

/** One kind of mail, handed in by the slice that it belongs to. */
export interface MailKind {
  /** As the outbox stores it. */
  readonly name: string;
  /** Writes a batch, one answer for each mail in their order. Reads each table once, however many mails there are. */
  write(app: Pick<App, "clock" | "config">, read: EntityManager, mails: readonly DueMail[]): Promise<Written[]>;
}

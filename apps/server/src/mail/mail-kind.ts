import type { EntityManager } from "typeorm";
import type { App } from "../context.js";
import type { Tx } from "../db/transaction.js";
import type { Letter } from "./letter.js";
import type { MailSample } from "./mail-sample.js";
import type { MailState, OutboxMail } from "./outbox-mail.entity.js";

/** A mail that is about to go out. */
export interface DueMail {
  row: OutboxMail;
  /** The link's secret; null for a mail without a link. */
  secret: string | null;
}

/** What to send; or why nothing is: SUPPRESSED when nobody needs it any more, FAILED when the person goes without. */
export type Written = Letter | { withheld: "SUPPRESSED" | "FAILED"; reason: string };

/** A mail whose fate is stored. `row` as it was before; `state` as it is now. */
export interface SettledMail {
  row: Pick<OutboxMail, "id" | "workspaceId" | "kind" | "subjectId" | "generation">;
  state: Exclude<MailState, "QUEUED">;
}

/** One kind of mail, handed in by the slice that it belongs to. */
export interface MailKind {
  /** As the outbox stores it: `added-to-groups`, `permission-granted:CAN_BULK_INVITE`. At most 48 characters. */
  readonly name: string;
  /** A letter to somebody invented, by the same words as a real one: for previews. */
  sample(from: MailSample): Letter;
  /** Writes a batch, one answer for each mail in their order. Reads each table once, however many mails there are. */
  write(
    app: Pick<App, "clock" | "config" | "secrets">,
    read: EntityManager,
    mails: readonly DueMail[],
  ): Promise<Written[]>;
  /**
   * Told what became of mails, in the transaction that stores it: a few statements, however many there are. Also called for a
   * mail that was sent and later came back.
   */
  settled?(tx: Tx, app: Pick<App, "clock">, mails: readonly SettledMail[]): Promise<void>;
}

/** The kinds by their names. */
export type MailKinds = ReadonlyMap<string, MailKind>;

import type { LanguageCode } from "@usher/rules/language";
import { Column, Entity, Index, PrimaryColumn } from "typeorm";
import { id, integer, moment, nullable, text, word } from "../db/columns.js";

export type MailState = "QUEUED" | "SENT" | "FAILED" | "BOUNCED" | "SUPPRESSED";

/** A mail, from the transaction that decided to send it until 90 days after it was sent. */
@Entity("outbox_mails")
@Index("outbox_mails_due", ["state", "dueAt"])
@Index("outbox_mails_subject", ["subjectId", "id"])
@Index("outbox_mails_address", ["workspaceId", "toAddress"])
export class OutboxMail {
  @PrimaryColumn(id) id!: string;
  @Column(id) workspaceId!: string;
  /** Which mail: the name of a registered kind. */
  @Column(text(48)) kind!: string;
  @Column(word) language!: LanguageCode;
  @Column(text(254)) toAddress!: string;
  @Column(text(200)) toName!: string;
  /** The invitation or user that it is about. */
  @Column(id) subjectId!: string;
  /** The generation of the subject that the link belongs to: a later one makes this mail pointless. */
  @Column(integer) generation!: number;
  /** The link's secret, sealed; null once sent, failed for good or suppressed. */
  @Column(nullable(text(255))) sealedSecret!: string | null;
  @Column(word) state!: MailState;
  @Column(integer) attempts!: number;
  @Column(moment) dueAt!: Date;
  @Column(nullable(moment)) leaseUntil!: Date | null;
  /** The attempt that holds the row. */
  @Column(nullable(id)) leaseOwner!: string | null;
  /** What the mail server said last. */
  @Column(nullable(text(500))) serverAnswer!: string | null;
  /** When it came to its present state. */
  @Column(moment) stateAt!: Date;
  @Column(moment) createdAt!: Date;
}

import type { AskedFields } from "@usher/rules/identity-fields";
import type { LanguageCode } from "@usher/rules/language";
import { Column, Entity, Index, PrimaryColumn } from "typeorm";
import { flag, id, integer, moment, nullable, text, word } from "../db/columns.js";

@Entity("workspaces")
@Index("workspaces_founded", ["foundedOnce"], { unique: true })
export class Workspace {
  @PrimaryColumn(id) id!: string;
  @Column(text(100)) name!: string;
  /** The first account. */
  @Column(id) founderId!: string;
  @Column(word) defaultLanguage!: LanguageCode;
  /** IANA name, such as Europe/Brussels: the days of the workspace are days there. */
  @Column(text(64)) timeZone!: string;
  @Column(integer) invitationLifetimeHours!: number;
  @Column(integer) activationLifetimeHours!: number;
  /** Days between an invitation's mail and a reminder, and between reminders. */
  @Column(integer) reminderAfterDays!: number;
  /** How many reminders an invitation gets at most; 0 for none. */
  @Column(integer) reminderCount!: number;
  /** Without a validated identity an account reaches only its own registration and profile (F62). */
  @Column(flag) identityRequired!: boolean;
  /** Which fields of the identity are asked, where it is not the usual choice. */
  @Column(nullable({ type: "json" })) identityFields!: Partial<AskedFields> | null;
  /** #rrggbb, in mails and on public pages; null for the product's own. */
  @Column(nullable(text(7))) accentColor!: string | null;
  /** SHA-256 of the logo's bytes, base64url; null without one. */
  @Column(nullable(text(43))) logoHash!: string | null;
  /** 1 and unique: an installation holds one founded workspace, whoever asks twice at once. */
  @Column(nullable(integer)) foundedOnce!: number | null;
  @Column(moment) createdAt!: Date;
}

import type { IdentityStatus } from "@usher/rules/identity-fields";
import type { LanguageCode } from "@usher/rules/language";
import { Column, Entity, Index, PrimaryColumn } from "typeorm";
import { day, flag, id, integer, moment, nullable, text, word } from "../db/columns.js";
import type { MailState } from "../mail/outbox-mail.entity.js";

export type UserStatus = "PENDING" | "ACTIVE" | "DEACTIVATED";
export type Credential = "ACTIVATION_LINK" | "PASSWORD" | "GENERATED_PASSWORD";
export type UserType = "FOUNDER" | "ADMINISTRATOR" | "MEMBER";

/** An account of a workspace. Whoever is only invited has none. */
@Entity("users")
@Index("users_email", ["workspaceId", "emailKey"], { unique: true })
@Index("users_username", ["workspaceId", "username"], { unique: true })
@Index("users_external_id", ["workspaceId", "externalId"], { unique: true })
@Index("users_name", ["workspaceId", "lastKey", "firstKey", "id"])
@Index("users_first_name", ["workspaceId", "firstKey", "lastKey", "id"])
@Index("users_status", ["workspaceId", "status", "lastKey", "firstKey", "id"])
@Index("users_type", ["workspaceId", "userType", "lastKey", "firstKey", "id"])
@Index("users_language", ["workspaceId", "language", "lastKey", "firstKey", "id"])
@Index("users_company", ["workspaceId", "companyId", "lastKey", "firstKey", "id"])
@Index("users_identity", ["workspaceId", "identityStatus", "lastKey", "firstKey", "id"])
@Index("users_team", ["workspaceId", "teamId", "lastKey", "firstKey", "id"])
@Index("users_label", ["workspaceId", "labelId", "lastKey", "firstKey", "id"])
@Index("users_created", ["workspaceId", "createdAt", "id"])
@Index("users_last_sign_in", ["workspaceId", "lastSignInAt", "id"])
@Index("users_import", ["workspaceId", "importId", "lastKey", "firstKey", "id"])
@Index("users_delivery", ["workspaceId", "deliveryState", "lastKey", "firstKey", "id"])
@Index("users_attention", ["workspaceId", "attention", "lastKey", "firstKey", "id"])
@Index("users_activation_expiry", ["workspaceId", "status", "activationExpiresAt", "id"])
@Index("users_deletion", ["workspaceId", "deletionDate", "id"])
export class User {
  @PrimaryColumn(id) id!: string;
  @Column(id) workspaceId!: string;
  /** As the person writes it, ASCII letters lower-cased. */
  @Column(nullable(text(254))) email!: string | null;
  /** The same with its domain as A-labels: what is unique and compared. */
  @Column(nullable(text(254))) emailKey!: string | null;
  @Column(nullable(text(64))) username!: string | null;
  @Column(nullable(text(100))) firstName!: string | null;
  @Column(nullable(text(100))) lastName!: string | null;
  /** nameKey() of the names, "" without one: order and search (the database's own collation decides nothing). */
  @Column(text(200)) lastKey!: string;
  @Column(text(200)) firstKey!: string;
  @Column(word) status!: UserStatus;
  @Column(word) userType!: UserType;
  @Column(word) language!: LanguageCode;
  @Column(nullable(id)) companyId!: string | null;
  @Column(nullable(id)) teamId!: string | null;
  @Column(nullable(id)) labelId!: string | null;
  @Column(nullable(day)) deletionDate!: string | null;
  @Column(nullable(text(100))) externalId!: string | null;
  /** argon2id in its own string form; null while the person has chosen no password. */
  @Column(nullable(text(255))) passwordHash!: string | null;
  /** Until when a temporary password signs in, to choose a new one; null for a password of the person's own. */
  @Column(nullable(moment)) temporaryUntil!: Date | null;
  /** How a created account is first entered; null for those who were invited or founded the workspace. */
  @Column(nullable(word)) credential!: Credential | null;
  /** Whether it takes a seat: while ACTIVE, and while PENDING with a password. Moves together with the seats in use. */
  @Column(flag) hasSeat!: boolean;
  /** Links of another generation are dead: raised when the password is set, a newer link is sent, the account closed. */
  @Column(integer) generation!: number;
  /** How far the digital identity is: moves together with its row. */
  @Column(word) identityStatus!: IdentityStatus;
  /** Who created the account; null for those who joined themselves. */
  @Column(nullable(id)) createdById!: string | null;
  /** When the activation link ends; null where none was made. */
  @Column(nullable(moment)) activationExpiresAt!: Date | null;
  /** Mails that open the account: how many, and the latest. */
  @Column(integer) activationSentCount!: number;
  @Column(nullable(moment)) activationSentAt!: Date | null;
  /** When the mail server took the first mail that opens the account. */
  @Column(nullable(moment)) deliveredAt!: Date | null;
  /** The person's first key or touch on the activation page. */
  @Column(nullable(moment)) openedAt!: Date | null;
  /** What became of the latest mail that opens the account. */
  @Column(nullable(word)) deliveryState!: MailState | null;
  /** What an administrator is asked to look at. */
  @Column(nullable(word)) attention!: "NEW_LINK_ASKED" | "SEAT_LIMIT" | null;
  @Column(nullable(moment)) newLinkAskedAt!: Date | null;
  /** When this user was last told that somebody they added found no seat. */
  @Column(nullable(moment)) seatLimitToldAt!: Date | null;
  /** The deletion date that the person was told of. */
  @Column(nullable(day)) deletionAnnouncedFor!: string | null;
  @Column(nullable(moment)) activatedAt!: Date | null;
  /** From when the seat is paid for; the moment depends on how the person came in. */
  @Column(nullable(moment)) billedFrom!: Date | null;
  @Column(nullable(moment)) lastSignInAt!: Date | null;
  @Column(nullable(id)) importId!: string | null;
  @Column(nullable(integer)) importRow!: number | null;
  @Column(moment) createdAt!: Date;
  @Column(moment) updatedAt!: Date;
}

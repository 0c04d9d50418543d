import type { LanguageCode } from "@usher/rules/language";
import { Column, Entity, Index, PrimaryColumn } from "typeorm";
import { day, id, integer, moment, nullable, text, word } from "../db/columns.js";
import type { MailState } from "../mail/outbox-mail.entity.js";

/** EXPIRED is PENDING past `expiresAt`, never stored. */
export type StoredInvitationStatus = "PENDING" | "ACCEPTED" | "CANCELLED";

/** Someone who may join and has no account yet. */
@Entity("invitations")
@Index("invitations_open", ["workspaceId", "openKey"], { unique: true })
@Index("invitations_email", ["workspaceId", "emailKey", "id"])
@Index("invitations_last_name", ["workspaceId", "lastKey", "firstKey", "id"])
@Index("invitations_first_name", ["workspaceId", "firstKey", "lastKey", "id"])
@Index("invitations_status", ["workspaceId", "status", "createdAt", "id", "expiresAt"])
@Index("invitations_expiry", ["workspaceId", "status", "expiresAt", "id"])
@Index("invitations_sent", ["workspaceId", "lastSentAt", "id"])
@Index("invitations_inviter", ["workspaceId", "inviterId", "createdAt", "id"])
@Index("invitations_external_id", ["workspaceId", "externalId"])
@Index("invitations_delivery", ["workspaceId", "deliveryState", "createdAt", "id"])
@Index("invitations_attention", ["workspaceId", "attention", "createdAt", "id"])
@Index("invitations_reminder", ["nextReminderAt", "id"])
@Index("invitations_accepted_user", ["workspaceId", "acceptedUserId"])
@Index("invitations_import", ["workspaceId", "importId", "createdAt", "id"])
export class Invitation {
  @PrimaryColumn(id) id!: string;
  @Column(id) workspaceId!: string;
  @Column(text(254)) email!: string;
  @Column(text(254)) emailKey!: string;
  /** The e-mail's key while open, null once closed: the unique index then says "one live invitation per e-mail". */
  @Column(nullable(text(254))) openKey!: string | null;
  @Column(word) status!: StoredInvitationStatus;
  @Column(nullable(text(64))) username!: string | null;
  @Column(nullable(text(100))) firstName!: string | null;
  @Column(nullable(text(100))) lastName!: string | null;
  @Column(text(200)) lastKey!: string;
  @Column(text(200)) firstKey!: string;
  @Column(word) userType!: "ADMINISTRATOR" | "MEMBER";
  @Column(word) language!: LanguageCode;
  @Column(nullable(id)) companyId!: string | null;
  @Column(nullable(id)) teamId!: string | null;
  @Column(nullable(id)) labelId!: string | null;
  @Column(nullable(day)) deletionDate!: string | null;
  @Column(nullable(text(100))) externalId!: string | null;
  @Column(nullable(text(2000))) message!: string | null;
  @Column(id) inviterId!: string;
  @Column(integer) lifetimeHours!: number;
  @Column(moment) expiresAt!: Date;
  /** Links of another generation are dead: raised by resend, cancel and change of address. */
  @Column(integer) generation!: number;
  @Column(integer) sentCount!: number;
  @Column(nullable(moment)) lastSentAt!: Date | null;
  /** When the mail server took the first mail with its link. */
  @Column(nullable(moment)) deliveredAt!: Date | null;
  @Column(nullable(moment)) openedAt!: Date | null;
  /** What became of the latest mail with its link. */
  @Column(nullable(word)) deliveryState!: MailState | null;
  /** What those who invite are asked to look at: the latest of the two. */
  @Column(nullable(word)) attention!: "NEW_LINK_ASKED" | "SEAT_LIMIT" | null;
  @Column(nullable(moment)) newLinkAskedAt!: Date | null;
  /** When somebody last tried to accept and found no seat free. */
  @Column(nullable(moment)) seatRefusedAt!: Date | null;
  @Column(integer) remindersSent!: number;
  /** When the next reminder is due; null for none, and once it is closed, expired or its mail came back. */
  @Column(nullable(moment)) nextReminderAt!: Date | null;
  @Column(nullable(moment)) acceptedAt!: Date | null;
  @Column(nullable(id)) acceptedUserId!: string | null;
  /** The program session that it was made from: its instructor must still be allowed to when the person comes. */
  @Column(nullable(id)) programSessionId!: string | null;
  /** What is known of the person's digital identity, sealed; it becomes a draft of theirs when they accept. */
  @Column(nullable({ type: "json" })) sealedIdentity!: string | null;
  @Column(nullable(id)) importId!: string | null;
  @Column(nullable(integer)) importRow!: number | null;
  @Column(moment) createdAt!: Date;
  @Column(moment) updatedAt!: Date;
}

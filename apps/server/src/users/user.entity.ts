import type { LanguageCode } from "@usher/rules/language";
import { Column, Entity, Index, PrimaryColumn } from "typeorm";
import { day, id, integer, moment, nullable, text, word } from "../db/columns.js";

export type UserStatus = "PENDING" | "ACTIVE" | "DEACTIVATED";
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
@Index("users_label", ["workspaceId", "labelId", "lastKey", "firstKey", "id"])
@Index("users_created", ["workspaceId", "createdAt", "id"])
@Index("users_last_sign_in", ["workspaceId", "lastSignInAt", "id"])
@Index("users_import", ["workspaceId", "importId", "lastKey", "firstKey", "id"])
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
  @Column(nullable(moment)) activatedAt!: Date | null;
  @Column(nullable(moment)) billedFrom!: Date | null;
  @Column(nullable(moment)) lastSignInAt!: Date | null;
  @Column(nullable(id)) importId!: string | null;
  @Column(nullable(integer)) importRow!: number | null;
  @Column(moment) createdAt!: Date;
  @Column(moment) updatedAt!: Date;
}

import type { ImportColumn } from "@usher/rules/columns";
import type { PersonFields } from "@usher/rules/person";
import { Column, Entity, Index, PrimaryColumn } from "typeorm";
import { flag, id, integer, moment, nullable, text, word } from "../db/columns.js";

export type ImportState = "STAGING" | "PLANNING" | "PLANNED" | "RUNNING" | "CANCELLED" | "DONE" | "FAILED";

/** How many people came to which outcome. */
export interface StoredCounts {
  invited: number;
  created: number;
  updated: number;
  addedToGroups: number;
  unchanged: number;
  rejected: number;
  empty: number;
}

/** A file on its way in. */
@Entity("imports")
@Index("imports_created", ["workspaceId", "createdAt", "id"])
@Index("imports_state", ["state"])
@Index("imports_idempotency", ["workspaceId", "createdById", "idempotencyKey"], { unique: true })
@Index("imports_header", ["workspaceId", "headerHash", "createdAt"])
export class Import {
  @PrimaryColumn(id) id!: string;
  @Column(id) workspaceId!: string;
  @Column(id) createdById!: string;
  @Column(word) mode!: "INVITE" | "CREATE";
  @Column(text(255)) fileName!: string;
  @Column(integer) totalRows!: number;
  @Column({ type: "json" }) columns!: (ImportColumn | null)[];
  /** SHA-256 of the file's header, for the mapping that is remembered; null when no header was sent. */
  @Column(nullable(text(43))) headerHash!: string | null;
  @Column({ type: "json" }) defaults!: PersonFields;
  @Column(flag) createMissing!: boolean;
  @Column(word) existing!: "LEAVE" | "FILL_EMPTY" | "UPDATE";
  @Column(nullable(text(2000))) message!: string | null;
  @Column(integer) lifetimeHours!: number;
  @Column(nullable(text(100))) idempotencyKey!: string | null;
  /** SHA-256 of the input that the idempotency key came with. */
  @Column(text(43)) inputHash!: string;
  @Column(word) state!: ImportState;
  @Column({ type: "json" }) counts!: StoredCounts;
  @Column({ type: "json", nullable: true }) plan!: StoredCounts | null;
  @Column(nullable(text(500))) failure!: string | null;
  @Column(moment) createdAt!: Date;
  @Column(nullable(moment)) startedAt!: Date | null;
  @Column(nullable(moment)) finishedAt!: Date | null;
}

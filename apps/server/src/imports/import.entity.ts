import type { ImportColumn } from "@usher/rules/columns";
import type { DateOrder } from "@usher/rules/date";
import type { PersonFields } from "@usher/rules/person";
import type { AddMode, ExistingPolicy } from "@usher/schema/adding";
import type { ActivationMail, Credential } from "@usher/schema/credential";
import type { PersonCounts } from "@usher/schema/person";
import { Column, Entity, Index, PrimaryColumn } from "typeorm";
import { flag, id, integer, moment, nullable, text, word } from "../db/columns.js";

export type ImportState = "STAGING" | "PLANNING" | "PLANNED" | "RUNNING" | "CANCELLED" | "DONE" | "FAILED";

/** A file on its way in. What came of its rows is counted in its chunks, so that no row of this table is fought over. */
@Entity("imports")
@Index("imports_created", ["workspaceId", "createdAt", "id"])
@Index("imports_maker", ["workspaceId", "createdById", "createdAt", "id"])
@Index("imports_state", ["state"])
@Index("imports_idempotency", ["workspaceId", "createdById", "idempotencyKey"], { unique: true })
@Index("imports_header", ["workspaceId", "headerHash", "createdAt"])
export class Import {
  @PrimaryColumn(id) id!: string;
  @Column(id) workspaceId!: string;
  @Column(id) createdById!: string;
  @Column(word) mode!: AddMode;
  /** How created accounts are entered, and when their owners are told; null where people are invited. */
  @Column(nullable(word)) credential!: Credential | null;
  @Column(nullable(word)) activationMail!: ActivationMail | null;
  @Column(text(255)) fileName!: string;
  @Column(integer) totalRows!: number;
  @Column({ type: "json" }) columns!: (ImportColumn | null)[];
  /** SHA-256 of the file's header, for the mapping that is remembered; null when no header was sent. */
  @Column(nullable(text(43))) headerHash!: string | null;
  @Column({ type: "json" }) defaults!: PersonFields;
  @Column(word) dateOrder!: DateOrder;
  @Column(flag) createMissing!: boolean;
  @Column(word) existing!: ExistingPolicy;
  @Column(nullable(text(2000))) message!: string | null;
  @Column(integer) lifetimeHours!: number;
  @Column(nullable(text(100))) idempotencyKey!: string | null;
  /** SHA-256 of the input that the idempotency key came with. */
  @Column(text(43)) inputHash!: string;
  @Column(word) state!: ImportState;
  /** Since when each chunk knows which of its rows repeat an earlier one; null until all chunks are there. */
  @Column(nullable(moment)) comparedAt!: Date | null;
  @Column({ type: "json", nullable: true }) plan!: PersonCounts | null;
  /** A code, put into words when it is read. */
  @Column(nullable(text(48))) failure!: string | null;
  @Column(moment) createdAt!: Date;
  @Column(nullable(moment)) startedAt!: Date | null;
  @Column(nullable(moment)) finishedAt!: Date | null;
  /** Of the work that is done once for the whole file: comparing its rows, setting its leaders. */
  @Column(nullable(moment)) leaseUntil!: Date | null;
  @Column(nullable(id)) leaseOwner!: string | null;
}

import type { PersonOutcome } from "@usher/schema/person";
import { Column, Entity, Index, PrimaryColumn } from "typeorm";
import { id, integer, moment, nullable, text, word } from "../db/columns.js";

/** Up to 2,000 rows of a file: what one job works on. */
@Entity("import_chunks")
@Index("import_chunks_number", ["importId", "number"], { unique: true })
@Index("import_chunks_state", ["importId", "state", "number"])
export class ImportChunk {
  @PrimaryColumn(id) id!: string;
  @Column(id) importId!: string;
  @Column(integer) number!: number;
  /** The record's number of the first row; the header is record 1. */
  @Column(integer) firstRow!: number;
  @Column(integer) rowCount!: number;
  /** SHA-256 of firstRow and the cells: the same chunk twice is fine, another one under its number is not. */
  @Column(text(43)) hash!: string;
  /** Raw cells, [] for an empty row; null 30 days after the end. */
  @Column({ type: "json", nullable: true }) cells!: string[][] | null;
  @Column(word) state!: "STAGED" | "PLANNED" | "DONE";
  /** One outcome a row, null for an empty one; as planned, then as done. */
  @Column({ type: "json", nullable: true }) outcomes!: (PersonOutcome | null)[] | null;
  @Column({ type: "json", nullable: true }) counts!: object | null;
  @Column(integer) attempts!: number;
  @Column(nullable(moment)) leaseUntil!: Date | null;
  @Column(nullable(id)) leaseOwner!: string | null;
}

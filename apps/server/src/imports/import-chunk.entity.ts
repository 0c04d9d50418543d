import { Column, Entity, Index, PrimaryColumn } from "typeorm";
import { id, integer, moment, nullable, text, word } from "../db/columns.js";
import type { NamedLeader } from "../people/team-leaders.js";
import type { Repeat } from "./repeats.js";

/** Up to 2,000 rows of a file: what one job works on, and what came of them. */
@Entity("import_chunks")
@Index("import_chunks_state", ["importId", "state", "number"])
export class ImportChunk {
  @PrimaryColumn(id) importId!: string;
  @PrimaryColumn(integer) number!: number;
  /** The record's number of the first row; the header is record 1. */
  @Column(integer) firstRow!: number;
  @Column(integer) rowCount!: number;
  /** Keyed hash of firstRow and the cells, sealed ones included: the same chunk twice is fine, another one under its number is not. */
  @Column(text(43)) hash!: string;
  @Column(word) state!: "STAGED" | "PLANNED" | "DONE";
  /** How many of its rows came to which outcome; as planned, then as done. */
  @Column(integer) invited!: number;
  @Column(integer) created!: number;
  @Column(integer) updated!: number;
  @Column(integer) addedToGroups!: number;
  @Column(integer) unchanged!: number;
  @Column(integer) rejected!: number;
  /** Known from the staging on. */
  @Column(integer) empty!: number;
  @Column(integer) attempts!: number;
  /** In the past: nobody works on it. */
  @Column(moment) leaseUntil!: Date;
  @Column(nullable(id)) leaseOwner!: string | null;
  /** One letter a row, see outcome-letters.ts; null while nothing is decided. */
  @Column(nullable(text(2000))) outcomes!: string | null;
  /** Rows that repeat an earlier one of the file; null for none. */
  @Column({ type: "json", nullable: true }) repeats!: Repeat[] | null;
  /** Who is to lead which team, until that is done; null for none. */
  @Column({ type: "json", nullable: true }) leaders!: NamedLeader[] | null;
}

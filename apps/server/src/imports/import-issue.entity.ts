import { Entity, PrimaryColumn } from "typeorm";
import { id, integer, text, word } from "../db/columns.js";

/** What is to be said about a row; rows without anything to say have none. */
@Entity("import_issues")
export class ImportIssue {
  @PrimaryColumn(id) importId!: string;
  @PrimaryColumn(integer) row!: number;
  /** The import's column, or "" for the row as a whole. */
  @PrimaryColumn(word) column!: string;
  @PrimaryColumn(text(48)) code!: string;
}

import { Column, Entity, PrimaryColumn } from "typeorm";
import { id, integer, text, word } from "../db/columns.js";

/** The first row of a file that claims an e-mail, username or external id; later ones are duplicates. */
@Entity("import_keys")
export class ImportKey {
  @PrimaryColumn(id) importId!: string;
  @PrimaryColumn(word) kind!: string;
  @PrimaryColumn(text(254)) key!: string;
  @Column(integer) firstRow!: number;
}

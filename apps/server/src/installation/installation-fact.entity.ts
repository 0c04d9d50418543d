import { Column, Entity, PrimaryColumn } from "typeorm";
import { text } from "../db/columns.js";

/** Facts of this installation, such as the fingerprint of its key. */
@Entity("installation")
export class InstallationFact {
  @PrimaryColumn(text(64)) name!: string;
  @Column(text(255)) value!: string;
}

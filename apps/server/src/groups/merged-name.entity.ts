import { Column, Entity, Index, PrimaryColumn } from "typeorm";
import { id } from "../db/columns.js";

/**
 * A company, team or label that was merged into another one, by its former id. Users were moved; open invitations, and rows
 * that an import wrote at the same moment, still hold the former id and are read through this.
 */
@Entity("merged_names")
@Index("merged_names_into", ["workspaceId", "intoId"])
export class MergedName {
  @Column(id) workspaceId!: string;
  @PrimaryColumn(id) id!: string;
  @Column(id) intoId!: string;
}

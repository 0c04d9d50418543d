import { Column, Entity, Index, PrimaryColumn } from "typeorm";
import { id, moment, text } from "../db/columns.js";

@Entity("groups")
@Index("groups_name", ["workspaceId", "nameKey"], { unique: true })
export class Group {
  @PrimaryColumn(id) id!: string;
  @Column(id) workspaceId!: string;
  /** Without "/", which separates groups in a cell. */
  @Column(text(100)) name!: string;
  @Column(text(200)) nameKey!: string;
  @Column(moment) createdAt!: Date;
}

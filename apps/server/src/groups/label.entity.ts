import { Column, Entity, Index, PrimaryColumn } from "typeorm";
import { id, moment, text } from "../db/columns.js";

@Entity("labels")
@Index("labels_name", ["workspaceId", "nameKey"], { unique: true })
export class Label {
  @PrimaryColumn(id) id!: string;
  @Column(id) workspaceId!: string;
  @Column(text(100)) name!: string;
  @Column(text(200)) nameKey!: string;
  @Column(moment) createdAt!: Date;
}

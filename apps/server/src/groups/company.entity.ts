import { Column, Entity, Index, PrimaryColumn } from "typeorm";
import { id, moment, text } from "../db/columns.js";

@Entity("companies")
@Index("companies_name", ["workspaceId", "nameKey"], { unique: true })
export class Company {
  @PrimaryColumn(id) id!: string;
  @Column(id) workspaceId!: string;
  @Column(text(100)) name!: string;
  @Column(text(200)) nameKey!: string;
  @Column(moment) createdAt!: Date;
}

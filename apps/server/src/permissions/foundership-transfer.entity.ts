import { Column, Entity, PrimaryColumn } from "typeorm";
import { id, moment } from "../db/columns.js";

/** The founder's open offer to hand the workspace over; one at a time. */
@Entity("foundership_transfers")
export class FoundershipTransfer {
  @PrimaryColumn(id) workspaceId!: string;
  @Column(id) fromId!: string;
  @Column(id) toId!: string;
  @Column(moment) createdAt!: Date;
  @Column(moment) expiresAt!: Date;
}

import { Column, Entity, Index, PrimaryColumn } from "typeorm";
import { id, moment } from "../db/columns.js";

/** A mail kept in the development inbox instead of being sent; sealed as a whole, gone after 24 hours. */
@Entity("inbox_mails")
@Index("inbox_mails_workspace", ["workspaceId", "id"])
@Index("inbox_mails_created", ["createdAt"])
export class InboxMail {
  /** The outbox row's id, so that a repeated delivery lands on the same row. */
  @PrimaryColumn(id) id!: string;
  @Column(id) workspaceId!: string;
  @Column({ type: "json" }) sealed!: string;
  @Column(moment) createdAt!: Date;
}

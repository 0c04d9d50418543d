import { Column, Entity, Index, PrimaryColumn } from "typeorm";
import { id, moment, text } from "../db/columns.js";

/** A browser that once signed in as this user: it has its own budget of failures, so a stranger locks nobody out. */
@Entity("known_devices")
@Index("known_devices_secret", ["secretHash", "userId"], { unique: true })
@Index("known_devices_user", ["userId"])
@Index("known_devices_created", ["createdAt"])
export class KnownDevice {
  @PrimaryColumn(id) id!: string;
  @Column(id) workspaceId!: string;
  @Column(id) userId!: string;
  @Column(text(43)) secretHash!: string;
  @Column(moment) createdAt!: Date;
}

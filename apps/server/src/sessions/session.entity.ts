import { Column, Entity, Index, PrimaryColumn } from "typeorm";
import { id, moment, text } from "../db/columns.js";

@Entity("sessions")
@Index("sessions_secret", ["secretHash"], { unique: true })
@Index("sessions_user", ["userId"])
@Index("sessions_expiry", ["expiresAt"])
export class Session {
  @PrimaryColumn(id) id!: string;
  @Column(id) workspaceId!: string;
  @Column(id) userId!: string;
  /** SHA-256 of the cookie's secret, base64url. */
  @Column(text(43)) secretHash!: string;
  @Column(moment) createdAt!: Date;
  /** Moved forward at most once a minute. */
  @Column(moment) lastUsedAt!: Date;
  /** The absolute end, however busy. */
  @Column(moment) expiresAt!: Date;
}

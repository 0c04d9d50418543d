import { Column, Entity, Index, PrimaryColumn } from "typeorm";
import { id, moment, nullable, text, word } from "../db/columns.js";

/** Who did what to whom: written in the transaction that did it, never changed. */
@Entity("audit_events")
@Index("audit_events_subject", ["workspaceId", "subjectId", "id"])
@Index("audit_events_actor", ["workspaceId", "actorId", "createdAt"])
@Index("audit_events_time", ["workspaceId", "id"])
export class AuditEventRow {
  @PrimaryColumn(id) id!: string;
  @Column(id) workspaceId!: string;
  @Column(text(48)) type!: string;
  /** The user who acted; null for the system or for someone without an account. */
  @Column(nullable(id)) actorId!: string | null;
  @Column(word) actorKind!: string;
  /** The user, invitation or import that it was done to, where there is one. */
  @Column(nullable(id)) subjectId!: string | null;
  @Column({ type: "json" }) details!: Record<string, unknown>;
  @Column(moment) createdAt!: Date;
}

import { Column, Entity, Index, PrimaryColumn } from "typeorm";
import { id, moment, text } from "../db/columns.js";

/** The answer to a call that came with an idempotency key; kept 24 hours. */
@Entity("idempotent_answers")
@Index("idempotent_answers_created", ["createdAt"])
export class IdempotentAnswer {
  @PrimaryColumn(id) workspaceId!: string;
  @PrimaryColumn(id) actorId!: string;
  @PrimaryColumn(text(48)) operation!: string;
  @PrimaryColumn(text(100)) key!: string;
  /** SHA-256 of the input: the same key with another input is refused. */
  @Column(text(43)) inputHash!: string;
  /** What was answered, without secrets. */
  @Column({ type: "json" }) answer!: unknown;
  @Column(moment) createdAt!: Date;
}

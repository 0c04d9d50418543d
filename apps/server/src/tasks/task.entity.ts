import { Column, Entity, Index, PrimaryColumn } from "typeorm";
import { id, integer, moment, nullable, text, word } from "../db/columns.js";

/** An action on many, working through its selection in the background. */
@Entity("tasks")
@Index("tasks_state", ["state"])
export class Task {
  @PrimaryColumn(id) id!: string;
  @Column(id) workspaceId!: string;
  @Column(id) createdById!: string;
  /** Which action: the name of a registered one. */
  @Column(text(48)) kind!: string;
  @Column({ type: "json" }) selection!: object;
  /** What is to be done to each, where the kind leaves that open. */
  @Column({ type: "json" }) options!: object;
  @Column(word) state!: "RUNNING" | "DONE" | "FAILED";
  @Column(integer) total!: number;
  @Column(integer) done!: number;
  @Column(integer) refused!: number;
  /** The last id that was worked on; ids after it are still to do. */
  @Column(nullable(id)) cursor!: string | null;
  /** Starts since the last step that came through: what fails again and again is given up. */
  @Column(integer) attempts!: number;
  @Column(nullable(moment)) leaseUntil!: Date | null;
  @Column(nullable(id)) leaseOwner!: string | null;
  @Column(moment) createdAt!: Date;
  @Column(nullable(moment)) finishedAt!: Date | null;
}

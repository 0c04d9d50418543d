import { Column, Entity, PrimaryColumn } from "typeorm";
import { id, integer } from "../db/columns.js";

/** A piece of the file that a task makes, in order; erased a day after the task ended. */
@Entity("export_parts")
export class ExportPart {
  @PrimaryColumn(id) taskId!: string;
  @PrimaryColumn(integer) part!: number;
  @Column({ type: "json" }) lines!: string[];
}

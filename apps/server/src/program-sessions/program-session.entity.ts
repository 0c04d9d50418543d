import { Column, Entity, Index, PrimaryColumn } from "typeorm";
import { day, id, moment, text } from "../db/columns.js";

/** One run of what a group is taught. Names repeat, so nothing is unique here. */
@Entity("program_sessions")
@Index("program_sessions_group", ["workspaceId", "groupId", "startsOn", "id"])
@Index("program_sessions_start", ["workspaceId", "startsOn", "id"])
@Index("program_sessions_name", ["workspaceId", "nameKey", "id"])
export class ProgramSession {
  @PrimaryColumn(id) id!: string;
  @Column(id) workspaceId!: string;
  @Column(id) groupId!: string;
  @Column(text(100)) name!: string;
  @Column(text(200)) nameKey!: string;
  @Column(day) startsOn!: string;
  /** Of a session of one day: the same. */
  @Column(day) endsOn!: string;
  @Column(moment) createdAt!: Date;
}

import { Column, Entity, Index, PrimaryColumn } from "typeorm";
import { id, moment, nullable, text } from "../db/columns.js";

@Entity("teams")
@Index("teams_name", ["workspaceId", "nameKey"], { unique: true })
@Index("teams_leader", ["workspaceId", "leaderEmailKey"])
export class Team {
  @PrimaryColumn(id) id!: string;
  @Column(id) workspaceId!: string;
  @Column(text(100)) name!: string;
  @Column(text(200)) nameKey!: string;
  /** Whoever leads, by address: the person may come later in the file, in another file, or still have to accept. */
  @Column(nullable(text(254))) leaderEmailKey!: string | null;
  /** The import that said so: within one file the last row counts, whatever the order in which its chunks are looked at. */
  @Column(nullable(id)) leaderImportId!: string | null;
  @Column(moment) createdAt!: Date;
}

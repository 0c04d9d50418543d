import { Column, Entity, PrimaryColumn } from "typeorm";
import { id, integer, nullable } from "../db/columns.js";

/** One row per workspace, claimed by one guarded UPDATE; nothing refers to it, so that claims never wait for readers. */
@Entity("workspace_seats")
export class WorkspaceSeats {
  @PrimaryColumn(id) workspaceId!: string;
  /** null: as many as wanted. */
  @Column(nullable(integer)) seatLimit!: number | null;
  @Column(integer) used!: number;
}

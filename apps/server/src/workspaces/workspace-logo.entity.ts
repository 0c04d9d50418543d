import { Column, Entity, PrimaryColumn } from "typeorm";
import { id, text } from "../db/columns.js";

/** The workspace's logo, apart from the row that every request reads. */
@Entity("workspace_logos")
export class WorkspaceLogo {
  @PrimaryColumn(id) workspaceId!: string;
  @Column(text(43)) hash!: string;
  @Column({ type: "json" }) image!: { contentType: "image/png" | "image/jpeg"; base64: string };
}

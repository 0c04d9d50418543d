import { Column, Entity, Index, PrimaryColumn } from "typeorm";
import { id, text } from "../db/columns.js";

/** The workspace's logo, apart from the row that every request reads. */
@Entity("workspace_logos")
@Index("workspace_logos_hash", ["hash"])
export class WorkspaceLogo {
  @PrimaryColumn(id) workspaceId!: string;
  /** SHA-256 of the bytes, base64url: its address. */
  @Column(text(43)) hash!: string;
  @Column({ type: "json" }) image!: {
    contentType: "image/png" | "image/jpeg";
    base64: string;
    /** In pixels. */
    width: number;
    height: number;
  };
}

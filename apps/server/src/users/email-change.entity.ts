import { Column, Entity, Index, PrimaryColumn } from "typeorm";
import { id, integer, moment, text, word } from "../db/columns.js";

/** A new address that waits to be confirmed by a link sent to it: at most one for a user; the link's subject is this row. */
@Entity("email_changes")
@Index("email_changes_user", ["userId"], { unique: true })
@Index("email_changes_expiry", ["expiresAt"])
export class EmailChange {
  @PrimaryColumn(id) id!: string;
  @Column(id) workspaceId!: string;
  @Column(id) userId!: string;
  @Column(text(254)) email!: string;
  @Column(text(254)) emailKey!: string;
  @Column(word) state!: "OPEN" | "CONFIRMED" | "CANCELLED";
  /** Links of another generation are dead: raised when another address is asked for. */
  @Column(integer) generation!: number;
  /** The user's own at the asking: whoever sets a new password or closes the account ends what was asked before. */
  @Column(integer) userGeneration!: number;
  @Column(moment) expiresAt!: Date;
  @Column(moment) createdAt!: Date;
}

import { Column, Entity, Index, PrimaryColumn } from "typeorm";
import { id, integer, moment, text, word } from "../db/columns.js";

export type LinkPurpose = "INVITATION" | "ACTIVATION" | "PASSWORD_RESET" | "EMAIL_CHANGE";

/**
 * A secret that lets its holder act for one subject: an invitation, a user, a change of address. A subject may have several live ones;
 * a link lives while its generation is the subject's and its expiry lies ahead.
 */
@Entity("links")
@Index("links_secret", ["secretHash"], { unique: true })
@Index("links_subject", ["subjectId", "generation"])
@Index("links_expiry", ["expiresAt"])
export class Link {
  @PrimaryColumn(id) id!: string;
  @Column(id) workspaceId!: string;
  @Column(word) purpose!: LinkPurpose;
  @Column(id) subjectId!: string;
  @Column(integer) generation!: number;
  /** SHA-256 of the secret, base64url; the secret itself is stored nowhere. */
  @Column(text(43)) secretHash!: string;
  @Column(moment) expiresAt!: Date;
  @Column(moment) createdAt!: Date;
}

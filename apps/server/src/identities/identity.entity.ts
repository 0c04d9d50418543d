import type { IdentityStatus } from "@usher/rules/identity-fields";
import { Column, Entity, Index, PrimaryColumn } from "typeorm";
import { id, moment, nullable, text, word } from "../db/columns.js";

/** A user's digital identity; none while nothing is known. `users.identityStatus` moves together with `status`. */
@Entity("identities")
@Index("identities_status", ["workspaceId", "status", "updatedAt", "id"])
@Index("identities_tax_number", ["workspaceId", "taxNumberKey"], { unique: true })
@Index("identities_document", ["workspaceId", "documentKey"], { unique: true })
export class Identity {
  /** The user's. */
  @PrimaryColumn(id) id!: string;
  @Column(id) workspaceId!: string;
  @Column(word) status!: Exclude<IdentityStatus, "NONE">;
  /** Its values, as JSON; see identity-box.ts. */
  @Column({ type: "json" }) sealed!: string;
  /** Why which fields were rejected and what may be corrected, sealed too: reasons repeat what they are about. */
  @Column(nullable({ type: "json" })) sealedReasons!: string | null;
  /** Keyed hashes of what one person alone has, so that nobody is registered twice; null in a draft, which claims nothing yet. */
  @Column(nullable(text(43))) taxNumberKey!: string | null;
  @Column(nullable(text(43))) documentKey!: string | null;
  @Column(nullable(moment)) submittedAt!: Date | null;
  @Column(nullable(moment)) decidedAt!: Date | null;
  @Column(nullable(id)) decidedById!: string | null;
  @Column(moment) createdAt!: Date;
  @Column(moment) updatedAt!: Date;
}

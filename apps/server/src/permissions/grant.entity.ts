import type { Permission } from "@usher/rules/permissions";
import { Column, Entity, Index, PrimaryColumn } from "typeorm";
import { id, moment, word } from "../db/columns.js";

/** A permission that the founder gave to a user. */
@Entity("grants")
@Index("grants_permission", ["workspaceId", "permission", "userId"])
export class Grant {
  @Column(id) workspaceId!: string;
  @PrimaryColumn(id) userId!: string;
  @PrimaryColumn(word) permission!: Permission;
  @Column(id) grantedBy!: string;
  @Column(moment) createdAt!: Date;
}

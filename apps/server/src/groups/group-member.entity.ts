import { Column, Entity, Index, PrimaryColumn } from "typeorm";
import { id, word } from "../db/columns.js";

export type GroupRole = "ADMINISTRATOR" | "COACH" | "LEARNER";

@Entity("group_members")
@Index("group_members_user", ["workspaceId", "userId"])
@Index("group_members_role", ["groupId", "role", "userId"])
export class GroupMember {
  @Column(id) workspaceId!: string;
  @PrimaryColumn(id) groupId!: string;
  @PrimaryColumn(id) userId!: string;
  @PrimaryColumn(word) role!: GroupRole;
}

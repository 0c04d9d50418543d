import { Column, Entity, Index, PrimaryColumn } from "typeorm";
import { id, word } from "../db/columns.js";
import type { GroupRole } from "../groups/group-member.entity.js";

/** A role in a group that the person gets by accepting. */
@Entity("invitation_groups")
@Index("invitation_groups_group", ["groupId", "invitationId"])
export class InvitationGroup {
  @Column(id) workspaceId!: string;
  @PrimaryColumn(id) invitationId!: string;
  @PrimaryColumn(id) groupId!: string;
  @PrimaryColumn(word) role!: GroupRole;
}

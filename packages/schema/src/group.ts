import "reflect-metadata";
import { ArgsType, Field, ID, InputType, ObjectType } from "type-graphql";
import { connectionOf, PageArgs } from "./connection.js";
import { enumOf, type ValueOf } from "./enum.js";
import { MembersInput } from "./members.js";
import { DateTime } from "./scalars.js";
import { UserStatus } from "./user.js";
import { UserError } from "./user-error.js";

export const GroupRole = enumOf(
  "GroupRole",
  "What someone is in a group. One may have several roles in the same group.",
  {
    ADMINISTRATOR: "Runs the group: sees its people, invites to it in any role, plans its program sessions.",
    COACH: "Guides the group's learners; as an instructor of one of its program sessions, may invite learners to it.",
    LEARNER: "Learns. The role of those who are given none.",
  },
);
export type GroupRole = ValueOf<typeof GroupRole>;

@ObjectType({ description: "People who are taught together: administrators, coaches and learners." })
export class Group {
  @Field(() => ID, { description: "A UUID." })
  id!: string;

  @Field(() => String, {
    description:
      'At most 100 characters, without "/", which separates groups in a file. Unique in the workspace, whatever the case and accents.',
  })
  name!: string;
}

@ObjectType({
  description: "What the viewer may do with one group, so that a screen can leave out what would be refused.",
})
export class GroupCan {
  @Field(() => Boolean, { description: "Rename, merge and delete it: the founder and administrators." })
  manage!: boolean;

  @Field(() => Boolean, { description: "Read who is in it and who is invited to it." })
  seeMembers!: boolean;

  @Field(() => Boolean, { description: "Put people in and take them out; the group's administrators too." })
  changeMembers!: boolean;

  @Field(() => Boolean, { description: "Invite to it; the group's administrators too." })
  invite!: boolean;

  @Field(() => [GroupRole], { description: "The roles that the viewer may give in it." })
  giveRoles!: GroupRole[];

  @Field(() => Boolean, { description: "Make and change its program sessions; the group's administrators too." })
  manageSessions!: boolean;
}

/** Fields that the server loads only when asked for; their words stay here with the others. */
export const loadedGroupFields = {
  administrators: "How many run it; null for those who may not see its members.",
  coaches: "How many guide its learners; null for those who may not see its members.",
  learners: "How many learn in it; null for those who may not see its members.",
  members: "Its people by name, each once, whatever their roles. FORBIDDEN for those who may not see them.",
  can: "What the viewer may do with it.",
} as const;

@ObjectType({ description: "One role of one person in one group. Several roles in a group are several memberships." })
export class GroupMembership {
  @Field(() => Group, { description: "The group." })
  group!: Group;

  @Field(() => GroupRole, { description: "What the person is in it." })
  role!: GroupRole;
}

export const GroupConnection = connectionOf(Group);

@ObjectType({
  description:
    "Somebody in a group, as far as its administrators need to know: nothing of what the person is elsewhere.",
})
export class GroupMember {
  @Field(() => ID, { description: "The user's id." })
  id!: string;

  @Field(() => String, { nullable: true, description: "null while not known." })
  firstName!: string | null;

  @Field(() => String, { nullable: true, description: "null while not known." })
  lastName!: string | null;

  @Field(() => String, { nullable: true, description: "null for people without e-mail." })
  email!: string | null;

  @Field(() => String, { nullable: true, description: "What one signs in with, beside the e-mail." })
  username!: string | null;

  @Field(() => UserStatus, { description: "Whether the account can be used." })
  status!: UserStatus;

  @Field(() => DateTime, { nullable: true, description: "The latest sign-in; null before the first." })
  lastSignInAt!: Date | null;

  @Field(() => [GroupRole], { description: "All roles in this group." })
  roles!: GroupRole[];
}

export const GroupMemberConnection = connectionOf(GroupMember);

@ArgsType()
export class GroupMembersArgs extends PageArgs {
  @Field(() => String, {
    nullable: true,
    description:
      "E-mail, username, first or last name begins with this, whatever the case and accents. The list is then ordered by match.",
  })
  search?: string | null;

  @Field(() => GroupRole, { nullable: true, description: "Only those who have this role. Absent: any." })
  role?: GroupRole | null;
}

@InputType({ description: "A new group." })
export class CreateGroupInput {
  @Field(() => String, { description: '1 to 100 characters, without "/"; no other group is called so.' })
  name!: string;
}

@InputType({ description: "What to change about a group." })
export class UpdateGroupInput {
  @Field(() => ID, { description: "Which. One of another workspace, or that is hidden, is a top-level NOT_FOUND." })
  groupId!: string;

  @Field(() => String, { description: '1 to 100 characters, without "/"; no other group is called so.' })
  name!: string;
}

@ObjectType({ description: "The group as it is now." })
export class GroupPayload {
  @Field(() => Group, { nullable: true, description: "null when refused; nothing was changed then." })
  group!: Group | null;

  @Field(() => [UserError], { description: "REQUIRED, TOO_LONG, MALFORMED; NAME_TAKEN: merge the two instead." })
  userErrors!: UserError[];
}

@InputType({ description: "Groups that are really one." })
export class MergeGroupsInput {
  @Field(() => [ID], {
    description: "Those that go, 1 to 100: people keep their roles, open invitations and program sessions move.",
  })
  groupIds!: string[];

  @Field(() => ID, { description: "The one that stays, with its name." })
  intoGroupId!: string;
}

@InputType({ description: "Groups to delete, with their program sessions." })
export class DeleteGroupsInput {
  @Field(() => [ID], { description: "1 to 100. Their people stay; open invitations lead no longer into them." })
  groupIds!: string[];
}

@InputType({ description: "People who are in this group from now on, besides any other." })
export class AddGroupMembersInput extends MembersInput {
  @Field(() => ID, { description: "The group." })
  groupId!: string;

  @Field(() => [GroupRole], { description: "At least one; a group's administrators give any, in their own groups." })
  roles!: GroupRole[];
}

@InputType({ description: "People who are in this group no longer, nor in its program sessions." })
export class RemoveGroupMembersInput {
  @Field(() => ID, { description: "The group." })
  groupId!: string;

  @Field(() => [ID], { description: "Users, at most 1,000; who is not in it is passed over." })
  userIds!: string[];

  @Field(() => [GroupRole], {
    nullable: true,
    description: "Only these roles are taken; who keeps another stays in. Absent: all.",
  })
  roles?: GroupRole[] | null;
}

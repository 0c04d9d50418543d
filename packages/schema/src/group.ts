import "reflect-metadata";
import { Field, ID, ObjectType } from "type-graphql";
import { connectionOf } from "./connection.js";
import { enumOf, type ValueOf } from "./enum.js";

export const GroupRole = enumOf(
  "GroupRole",
  "What someone is in a group. One may have several roles in the same group.",
  {
    ADMINISTRATOR: "Runs the group and may invite to it.",
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

@ObjectType({ description: "One role of one person in one group. Several roles in a group are several memberships." })
export class GroupMembership {
  @Field(() => Group, { description: "The group." })
  group!: Group;

  @Field(() => GroupRole, { description: "What the person is in it." })
  role!: GroupRole;
}

export const GroupConnection = connectionOf(Group);

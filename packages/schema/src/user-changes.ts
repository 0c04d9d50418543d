import "reflect-metadata";
import { Field, ID, InputType, ObjectType } from "type-graphql";
import { UserSelectionInput } from "./selection.js";
import { User } from "./user.js";
import { UserError } from "./user-error.js";

@InputType({ description: "A role in a group." })
export class GroupRoleInput {
  @Field(() => String, { description: 'The group\'s name, at most 100 characters and without "/".' })
  group!: string;

  @Field(() => String, {
    description: '"learner", "coach", "administrator", or their names in fr and nl.',
  })
  role!: string;
}

@InputType({
  description:
    "What is to change about one user: what is absent stays, null or empty clears. Every value is text that is checked by rules.",
})
export class UpdateUserInput {
  @Field(() => ID, { description: "Whose account. One of another workspace is a top-level NOT_FOUND." })
  userId!: string;

  @Field(() => String, {
    nullable: true,
    description: "At most 100 characters. Cleared only while PENDING: the person gives it at activation.",
  })
  firstName?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "At most 100 characters. Cleared only while PENDING: the person gives it at activation.",
  })
  lastName?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      '1 to 64 characters out of a-z, 0-9, ".", "_", "-"; upper case is lowered. Who has no e-mail keeps one, since one signs in with it.',
  })
  username?: string | null;

  @Field(() => String, { nullable: true, description: "A company's name, at most 100 characters." })
  company?: string | null;

  @Field(() => String, { nullable: true, description: "A team's name, at most 100 characters." })
  team?: string | null;

  @Field(() => String, { nullable: true, description: "A label's name, at most 100 characters." })
  label?: string | null;

  @Field(() => String, {
    nullable: true,
    description: '"en", "fr", "nl", or the language\'s name in one of them. Never cleared.',
  })
  language?: string | null;

  @Field(() => String, {
    nullable: true,
    description: '"member" or "administrator". Never cleared; the founder stays the founder.',
  })
  userType?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "yyyy-mm-dd, today or later in the workspace's time zone: the account is deleted on that day, announced 7 days before. Never the founder's.",
  })
  deletionDate?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "The person's key in another system, at most 100 characters. Unique in the workspace.",
  })
  externalId?: string | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description: "Companies, teams, labels and groups that are not known are made.",
  })
  createMissing!: boolean;

  @Field(() => [GroupRoleInput], {
    nullable: true,
    description: "Roles to give, 100 at most. What the user has already stays; who is ACTIVE is told by mail.",
  })
  addGroups?: GroupRoleInput[] | null;

  @Field(() => [GroupRoleInput], {
    nullable: true,
    description: "Roles to take, 100 at most. What the user has not is passed over.",
  })
  removeGroups?: GroupRoleInput[] | null;
}

@ObjectType({ description: "The user as changed. All changes of a call are made, or none." })
export class UpdateUserPayload {
  @Field(() => User, { nullable: true, description: "Null when anything was refused." })
  user!: User | null;

  @Field(() => [UserError], {
    description:
      'At their fields, such as `["addGroups", "0", "group"]`: REQUIRED, TOO_LONG, MALFORMED, USERNAME_..., UNKNOWN_..., DATE_..., USERNAME_TAKEN, EXTERNAL_ID_TAKEN; NOT_ALLOWED for what is not the caller\'s to change or give; NOT_THE_FOUNDER for the founder\'s type and deletion date, NOT_ONESELF for one\'s own deletion date.',
  })
  userErrors!: UserError[];
}

@InputType({ description: "What is to change about many users: what is absent stays, null or empty clears." })
export class UpdateUsersInput {
  @Field(() => UserSelectionInput, { description: "Whose accounts. The founder is refused: NOT_THE_FOUNDER." })
  selection!: UserSelectionInput;

  @Field(() => String, { nullable: true, description: "A label's name, at most 100 characters." })
  label?: string | null;

  @Field(() => String, {
    nullable: true,
    description: '"en", "fr", "nl", or the language\'s name in one of them. Never cleared.',
  })
  language?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "yyyy-mm-dd, today or later in the workspace's time zone: see `UpdateUserInput.deletionDate`.",
  })
  deletionDate?: string | null;

  @Field(() => [GroupRoleInput], {
    nullable: true,
    description: "Roles to give, 100 at most. Those who have them stay as they are; who is ACTIVE is told by mail.",
  })
  addGroups?: GroupRoleInput[] | null;

  @Field(() => Boolean, { defaultValue: false, description: "Labels and groups that are not known are made." })
  createMissing!: boolean;
}

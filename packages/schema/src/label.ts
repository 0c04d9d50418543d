import "reflect-metadata";
import { Field, ID, InputType, ObjectType } from "type-graphql";
import { connectionOf } from "./connection.js";
import { MembersInput } from "./members.js";
import { UserError } from "./user-error.js";

@ObjectType({ description: "A mark of the administrators' own, to find people by. A person has one at most." })
export class Label {
  @Field(() => ID, { description: "A UUID." })
  id!: string;

  @Field(() => String, {
    description: "At most 100 characters. Unique in the workspace, whatever the case and accents.",
  })
  name!: string;
}

/** Fields that the server loads only when asked for; their words stay here with the others. */
export const loadedLabelFields = {
  people: "How many users have it; null for those who may not see users.",
} as const;

export const LabelConnection = connectionOf(Label);

@InputType({ description: "A new label." })
export class CreateLabelInput {
  @Field(() => String, { description: "1 to 100 characters; no other label is called so." })
  name!: string;
}

@InputType({ description: "What to change about a label." })
export class UpdateLabelInput {
  @Field(() => ID, { description: "Which. One of another workspace is a top-level NOT_FOUND." })
  labelId!: string;

  @Field(() => String, { description: "1 to 100 characters; no other label is called so." })
  name!: string;
}

@ObjectType({ description: "The label as it is now." })
export class LabelPayload {
  @Field(() => Label, { nullable: true, description: "null when refused; nothing was changed then." })
  label!: Label | null;

  @Field(() => [UserError], { description: "REQUIRED, TOO_LONG; NAME_TAKEN: merge the two instead." })
  userErrors!: UserError[];
}

@InputType({ description: "Labels that are really one." })
export class MergeLabelsInput {
  @Field(() => [ID], { description: "Those that go, 1 to 100: their people and open invitations move." })
  labelIds!: string[];

  @Field(() => ID, { description: "The one that stays, with its name." })
  intoLabelId!: string;
}

@InputType({ description: "Labels to delete." })
export class DeleteLabelsInput {
  @Field(() => [ID], { description: "1 to 100. Their people stay, without a label." })
  labelIds!: string[];
}

@InputType({ description: "People who have this label from now on, in place of any other." })
export class AddLabelMembersInput extends MembersInput {
  @Field(() => ID, { description: "The label." })
  labelId!: string;
}

@InputType({ description: "People who have this label no longer." })
export class RemoveLabelMembersInput {
  @Field(() => ID, { description: "The label." })
  labelId!: string;

  @Field(() => [ID], { description: "Users, at most 1,000; who does not have it is passed over." })
  userIds!: string[];
}

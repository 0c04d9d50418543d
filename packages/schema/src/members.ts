import "reflect-metadata";
import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { enumOf, type ValueOf } from "./enum.js";
import { Task } from "./task.js";
import { User } from "./user.js";
import { UserError } from "./user-error.js";

/** People are counted this far on pages; a confirmation asks for all, by `countUsers`. */
export const peopleCountLimit = 1_000;

@ObjectType({ description: "How many people there are, counted no further than 1,000." })
export class PeopleCount {
  @Field(() => Int, { description: "At most 1,000." })
  count!: number;

  @Field(() => Boolean, { description: "Whether these are all; false means that counting stopped there." })
  isExact!: boolean;
}

export const MemberOutcome = enumOf("MemberOutcome", "What came of one person who was to be put somewhere.", {
  ADDED: "Is in it now, or has a further role there. Who is new to a group and ACTIVE was told by mail.",
  UNCHANGED: "Was in it already.",
  AWAITED: "Has no account yet: kept by e-mail address, and in it as soon as there is an account.",
  REJECTED: "Nothing was done: `errors` says why.",
});
export type MemberOutcome = ValueOf<typeof MemberOutcome>;

@ObjectType({ description: "What came of one person." })
export class MemberResult {
  @Field(() => String, { nullable: true, description: "The address as it was given; null for who was named by id." })
  email!: string | null;

  @Field(() => MemberOutcome, { description: "What came of it." })
  outcome!: MemberOutcome;

  @Field(() => User, {
    nullable: true,
    description: "The account that was found; null for none, and for callers who may not see it.",
  })
  user!: User | null;

  @Field(() => [UserError], {
    description:
      "EMAIL_MALFORMED; UNKNOWN_PERSON for an address without an account: invite it; DUPLICATE_IN_INPUT; USER_CLOSED; NOT_THE_FOUNDER. The path begins inside the input.",
  })
  errors!: UserError[];
}

@ObjectType({ description: "How many people had which outcome." })
export class MemberCounts {
  @Field(() => Int, { description: "Outcome ADDED." })
  added!: number;

  @Field(() => Int, { description: "Outcome UNCHANGED." })
  unchanged!: number;

  @Field(() => Int, { description: "Outcome AWAITED." })
  awaited!: number;

  @Field(() => Int, { description: "Outcome REJECTED." })
  rejected!: number;
}

@ObjectType({ description: "What came of everyone; who was refused keeps nobody else out." })
export class AddMembersPayload {
  @Field(() => [MemberResult], {
    description: "First one for each of `userIds`, then one for each of `emails`, in their order.",
  })
  results!: MemberResult[];

  @Field(() => MemberCounts, { description: "The same in numbers." })
  counts!: MemberCounts;

  @Field(() => [UserError], {
    description: "On the call as a whole: REQUIRED, OUT_OF_RANGE, TOO_MANY_PEOPLE, NOT_ALLOWED, CHANGED_MEANWHILE.",
  })
  userErrors!: UserError[];
}

@ObjectType({ description: "These people are not in it any more. Nobody is deleted." })
export class RemoveMembersPayload {
  @Field(() => Int, { description: "How many were in it before." })
  affected!: number;

  @Field(() => [UserError], { description: "REQUIRED, OUT_OF_RANGE; NOT_THE_FOUNDER." })
  userErrors!: UserError[];
}

@ObjectType({ description: "What became of the people of what was merged or deleted. Nobody is deleted by it." })
export class PeopleMovedPayload {
  @Field(() => Int, {
    description:
      "How many users were moved or let go by now, not counting open invitations, which follow; with a task, 0: it tells.",
  })
  affected!: number;

  @Field(() => Task, {
    nullable: true,
    description: "More than 500 people go on in the background; null when all is done.",
  })
  task!: Task | null;

  @Field(() => [UserError], {
    description: "REQUIRED, OUT_OF_RANGE, NOT_COMBINABLE (merged into itself), MOVE_UNDER_WAY.",
  })
  userErrors!: UserError[];
}

/** The people whom an input puts somewhere: together at most 1,000. */
@InputType()
export abstract class MembersInput {
  @Field(() => [ID], { nullable: true, description: "Users by id. One of another workspace is a top-level NOT_FOUND." })
  userIds?: string[] | null;

  @Field(() => [String], {
    nullable: true,
    description:
      "The same by e-mail address, as pasted. With `userIds` at most 1,000 together; who may not bulk invite, at most 50 addresses.",
  })
  emails?: string[] | null;
}

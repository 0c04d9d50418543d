import "reflect-metadata";
import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { Invitation, InvitationFilter } from "./invitation.js";
import { Task } from "./task.js";
import { UserFilter } from "./user.js";
import { UserError } from "./user-error.js";

@ObjectType({ description: "A new link to hand over." })
export class InvitationLink {
  @Field(() => Invitation, { description: "Whose link it is." })
  invitation!: Invitation;

  @Field(() => String, {
    description: "The whole address, its secret behind the #. Shown this once: only a hash is stored.",
  })
  link!: string;
}

@InputType({ description: "Some invitations: exactly one of `ids` and `filter`." })
export class InvitationSelectionInput {
  @Field(() => [ID], { nullable: true, description: "These ones. One given twice counts once." })
  ids?: string[] | null;

  @Field(() => InvitationFilter, {
    nullable: true,
    description: "All that match; `{}` is all there are. Needs `expectedCount`.",
  })
  filter?: InvitationFilter | null;

  @Field(() => Int, {
    nullable: true,
    description:
      "What `countInvitations(filter)` said when the caller confirmed. If another number matches now, or this is missing, it is SELECTION_CHANGED and nothing is done.",
  })
  expectedCount?: number | null;
}

@ObjectType({
  description: "What was done with the selected invitations. Those that are already as wished are left alone.",
})
export class InvitationSelectionPayload {
  @Field(() => Int, { description: "How many were changed by now; with a task, 0: it tells." })
  affected!: number;

  @Field(() => Task, {
    nullable: true,
    description: "Large selections go on in the background; null when all is done.",
  })
  task!: Task | null;

  @Field(() => [InvitationLink], {
    description:
      "The new links of a resend where no mail is delivered, to be handed over; 500 at most can be renewed at once there. Else empty: mails bring them.",
  })
  links!: InvitationLink[];

  @Field(() => [UserError], {
    description:
      'SELECTION_CHANGED, REQUIRED, MALFORMED, TOO_MANY_PEOPLE, NO_MAIL_DELIVERY; with the path `["ids", "3"]`, or once for all that a filter held: INVITATION_CLOSED; NOT_ALLOWED for one that promises more than the caller could give.',
  })
  userErrors!: UserError[];
}

@InputType({ description: "Some users: exactly one of `ids` and `filter`." })
export class UserSelectionInput {
  @Field(() => [ID], { nullable: true, description: "These ones, 1,000 at most. One given twice counts once." })
  ids?: string[] | null;

  @Field(() => UserFilter, {
    nullable: true,
    description: "All that match; `{}` is all there are. Needs `expectedCount`.",
  })
  filter?: UserFilter | null;

  @Field(() => Int, {
    nullable: true,
    description:
      "What `countUsers(filter)` said when the caller confirmed. If another number matches now, or this is missing, it is SELECTION_CHANGED and nothing is done.",
  })
  expectedCount?: number | null;
}

@ObjectType({ description: "What was done with the selected users. Those that are already as wished are left alone." })
export class UserSelectionPayload {
  @Field(() => Int, { description: "How many were changed by now; with a task, 0: it tells." })
  affected!: number;

  @Field(() => Task, {
    nullable: true,
    description: "Large selections go on in the background; null when all is done.",
  })
  task!: Task | null;

  @Field(() => [UserError], {
    description:
      'SELECTION_CHANGED, REQUIRED, MALFORMED, OUT_OF_RANGE; for one that it cannot be done to, why, with the path `["ids", "3"]`, or once for all that a filter held.',
  })
  userErrors!: UserError[];
}

import "reflect-metadata";
import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { ActivationMail, Credential } from "./credential.js";
import { enumOf, type ValueOf } from "./enum.js";
import { PersonCounts, PersonInput, PersonResult } from "./person.js";
import { UserError } from "./user-error.js";

export const AddMode = enumOf("AddMode", "How people are added.", {
  INVITE: "They are invited: an account exists once they accept.",
  CREATE: "They get an account at once, PENDING until they have acted. An invitation that one of them has is closed.",
});
export type AddMode = ValueOf<typeof AddMode>;

export const ExistingPolicy = enumOf(
  "ExistingPolicy",
  "What happens to people who have an account already. They are never added twice.",
  {
    LEAVE: "Their values stay; they are at most added to groups.",
    FILL_EMPTY:
      "Values are set where they have none. What is known of a digital identity is kept as a draft of who has none yet.",
    UPDATE:
      "Values that are given replace theirs. E-mail, user type and password are never touched, nor a digital identity that was begun; who has none yet gets a draft.",
  },
);
export type ExistingPolicy = ValueOf<typeof ExistingPolicy>;

export const ErrorPolicy = enumOf("ErrorPolicy", "What one bad person means for the others.", {
  REJECT_EVERYTHING: "One REJECTED, and nothing is done: the others are REJECTED with NOT_ATTEMPTED.",
  REJECT_FAILED_ROWS: "The bad ones are REJECTED, the others go through.",
});
export type ErrorPolicy = ValueOf<typeof ErrorPolicy>;

@InputType({ description: "People to invite, one or several; all in one transaction." })
export class InviteUsersInput {
  @Field(() => [PersonInput], { description: "1 to 50 people; up to 5,000 with CAN_BULK_INVITE." })
  people!: PersonInput[];

  @Field(() => ID, {
    nullable: true,
    description:
      "From this program session: the people take part in it, and those who have no role in its group become learners of it, and of no other; who is here or invited already takes part too. One that is hidden is a top-level NOT_FOUND.",
  })
  programSessionId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      "Into this group, whatever it is called, in the roles of each person (LEARNER unless given), and into no other. One that is hidden, or gone, is a top-level NOT_FOUND. Not together with `programSessionId` (NOT_COMBINABLE).",
  })
  groupId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "A personal message in the mail: plain text, at most 2,000 characters.",
  })
  message?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: "How long the links live, in hours: 1 to 720. Absent: as the workspace says.",
  })
  lifetimeHours?: number | null;

  @Field(() => Boolean, { defaultValue: true, description: "False: no mail is made, and the links are handed over." })
  sendMail!: boolean;

  @Field(() => Boolean, {
    defaultValue: false,
    description:
      "True: companies, groups, teams and labels that are named and unknown are made. Not for callers who may invite to groups alone.",
  })
  createMissing!: boolean;

  @Field(() => Boolean, {
    defaultValue: false,
    description: "True: answers what would happen, by the same code, and does nothing.",
  })
  dryRun!: boolean;

  @Field(() => ErrorPolicy, {
    defaultValue: ErrorPolicy.REJECT_FAILED_ROWS,
    description: "What one bad person means for the others.",
  })
  errorPolicy!: ErrorPolicy;

  @Field(() => String, {
    nullable: true,
    description:
      "At most 100 characters of the caller's choice. The same key with the same input answers as the first time and does nothing; with another it is KEY_REUSED.",
  })
  idempotencyKey?: string | null;
}

@ObjectType({ description: "What came of everyone." })
export class InviteUsersPayload {
  @Field(() => [PersonResult], {
    description: "One for each of `people`, in the same order; empty when the call as a whole was refused.",
  })
  results!: PersonResult[];

  @Field(() => PersonCounts, { description: "The same in numbers." })
  counts!: PersonCounts;

  @Field(() => [UserError], {
    description:
      "On the call as a whole: REQUIRED, TOO_MANY_PEOPLE, TOO_LONG, OUT_OF_RANGE, NOT_COMBINABLE, KEY_REUSED, CHANGED_MEANWHILE.",
  })
  userErrors!: UserError[];
}

@InputType({
  description: "Many people in one call; all in one transaction. For more, or for a file, see `startImport`.",
})
export class BulkInviteInput {
  @Field(() => AddMode, { defaultValue: AddMode.INVITE, description: "How they are added." })
  mode!: AddMode;

  @Field(() => [PersonInput], {
    description: "1 to 5,000 people. Who is created needs an e-mail address or a username.",
  })
  people!: PersonInput[];

  @Field(() => Credential, {
    defaultValue: Credential.ACTIVATION_LINK,
    description:
      "With the mode CREATE: how the accounts are first entered. GENERATED_PASSWORD for 100 people at most; PASSWORD is NOT_COMBINABLE, since one password for many is everybody's.",
  })
  credential!: Credential;

  @Field(() => ActivationMail, {
    defaultValue: ActivationMail.LATER,
    description: "With the mode CREATE: when they are told. TO_ME for 100 people at most.",
  })
  activationMail!: ActivationMail;

  @Field(() => Boolean, {
    defaultValue: false,
    description:
      "True: companies, groups, teams and labels that are named and unknown are made. Not for callers who may invite to groups alone.",
  })
  createMissing!: boolean;

  @Field(() => String, {
    nullable: true,
    description: "INVITE only. A personal message in the mail: plain text, at most 2,000 characters.",
  })
  message?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: "INVITE only. How long the links live, in hours: 1 to 720. Absent: as the workspace says.",
  })
  lifetimeHours?: number | null;

  @Field(() => ExistingPolicy, {
    defaultValue: ExistingPolicy.LEAVE,
    description: "What happens to people who have an account already.",
  })
  existing!: ExistingPolicy;

  @Field(() => Boolean, {
    defaultValue: false,
    description: "True: answers what would happen, by the same code, and does nothing.",
  })
  dryRun!: boolean;

  @Field(() => ErrorPolicy, {
    defaultValue: ErrorPolicy.REJECT_FAILED_ROWS,
    description: "What one bad person means for the others.",
  })
  errorPolicy!: ErrorPolicy;

  @Field(() => String, {
    nullable: true,
    description:
      "At most 100 characters of the caller's choice. The same key with the same input answers as the first time and does nothing; with another it is KEY_REUSED.",
  })
  idempotencyKey?: string | null;
}

@ObjectType({ description: "What came of everyone." })
export class BulkInvitePayload {
  @Field(() => [PersonResult], {
    description: "One for each of `people`, in the same order; empty when the call as a whole was refused.",
  })
  results!: PersonResult[];

  @Field(() => PersonCounts, { description: "The same in numbers." })
  counts!: PersonCounts;

  @Field(() => [UserError], {
    description:
      "On the call as a whole: REQUIRED, TOO_MANY_PEOPLE, TOO_LONG, OUT_OF_RANGE, NOT_ALLOWED, NOT_COMBINABLE, NO_MAIL_DELIVERY, KEY_REUSED.",
  })
  userErrors!: UserError[];
}

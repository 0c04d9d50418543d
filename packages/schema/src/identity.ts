import "reflect-metadata";
import { ArgsType, Field, ID, InputType, ObjectType } from "type-graphql";
import { connectionOf, PageArgs } from "./connection.js";
import { ActivationMail, Credential } from "./credential.js";
import { IdentityInput, IdentityStatus } from "./identity-values.js";
import { OrderDirection } from "./order.js";
import { PersonInput } from "./person.js";
import { DateTime } from "./scalars.js";
import { User } from "./user.js";
import { UserError } from "./user-error.js";

@ObjectType({ description: "Why one field was rejected." })
export class IdentityReason {
  @Field(() => String, { description: "The field, as `IdentityInput` calls it." })
  field!: string;

  @Field(() => String, { description: "In the words of whoever looked at it, at most 300 characters." })
  reason!: string;
}

@ObjectType({ description: "The digital identity of one user, and how far it is." })
export class Identity {
  @Field(() => ID, { description: "The user's id." })
  id!: string;

  @Field(() => IdentityStatus, { description: "How far it is." })
  status!: IdentityStatus;

  @Field(() => DateTime, { nullable: true, description: "When it was last submitted; null before." })
  submittedAt!: Date | null;

  @Field(() => DateTime, { nullable: true, description: "When it was last validated or rejected; null before." })
  decidedAt!: Date | null;

  @Field(() => DateTime, { nullable: true, description: "When it last changed; null for NONE." })
  updatedAt!: Date | null;

  /** Not in the API: `decidedBy` is loaded by it. */
  decidedById!: string | null;
}

/** Fields that the server loads only when asked for; their words stay here with the others. */
export const loadedIdentityFields = {
  user: "Whose it is.",
  decidedBy: "Who validated or rejected it last; null before, and when that account is gone.",
  values: "What it says; null for NONE. That somebody else's is asked for is recorded, and the person sees it (F63).",
  reasons:
    "What was rejected and why; empty unless REJECTED. Recorded as `values` is: reasons repeat what they are about.",
  missing: "Which required fields are still empty, as `IdentityInput` calls them, in the order of the form.",
  correctable:
    "Which fields may differ in `submitPersonalInformation`, as `IdentityInput` calls them, in the order of the form: all until it is submitted, none while it is looked at or once it is validated; after a rejection the rejected ones, the tax number with the country, kind and number of the document with each other, and what was empty when it was rejected.",
} as const;

export const IdentityConnection = connectionOf(Identity);

@ObjectType({ description: "That somebody read one's personal information." })
export class IdentityRead {
  @Field(() => ID, { description: "A UUID." })
  id!: string;

  @Field(() => DateTime, { description: "When." })
  at!: Date;

  /** Not in the API: `reader` is loaded by it. */
  readerId!: string | null;
}

/** A field that the server loads only when asked for. */
export const loadedIdentityReadFields = {
  reader: "Who read it; null when that account is gone.",
} as const;

export const IdentityReadConnection = connectionOf(IdentityRead);

@ArgsType()
export class IdentitiesArgs extends PageArgs {
  @Field(() => [IdentityStatus], {
    nullable: true,
    description: "Those that are so far. Absent: SUBMITTED, which wait to be looked at.",
  })
  statuses?: IdentityStatus[] | null;

  @Field(() => OrderDirection, {
    defaultValue: OrderDirection.ASC,
    description: "By when they last changed: ASC the oldest first, DESC the newest.",
  })
  direction!: OrderDirection;
}

@InputType({ description: "Somebody's digital identity, registered for them." })
export class RegisterPersonalInformationInput {
  @Field(() => ID, { description: "Whose. One of another workspace is a top-level NOT_FOUND." })
  userId!: string;

  @Field(() => IdentityInput, { description: "The whole of it: what is absent is empty." })
  identity!: IdentityInput;

  @Field(() => Boolean, {
    defaultValue: false,
    description: "True: it is kept as a DRAFT to go on with later, and may be incomplete. False: it is VALIDATED.",
  })
  draft!: boolean;
}

@InputType({ description: "One's own digital identity." })
export class SubmitPersonalInformationInput {
  @Field(() => IdentityInput, {
    description:
      "The whole of it: what is absent is empty. After a rejection only what `Identity.correctable` names may differ.",
  })
  identity!: IdentityInput;

  @Field(() => Boolean, {
    defaultValue: false,
    description: "True: it is kept to go on with later, and may be incomplete. False: it is SUBMITTED.",
  })
  draft!: boolean;
}

const seen =
  "`Identity.updatedAt` as it was looked at: CHANGED_MEANWHILE when it has changed since, as it was corrected and submitted again. Absent: whatever it says now.";

@InputType({ description: "One user whose digital identity was looked at." })
export class UserIdInput {
  @Field(() => ID, { description: "Which. One of another workspace is a top-level NOT_FOUND." })
  userId!: string;

  @Field(() => DateTime, { nullable: true, description: seen })
  seenAt?: Date | null;
}

@InputType({ description: "A field and why it is rejected." })
export class IdentityReasonInput {
  @Field(() => String, { description: "The field, as `IdentityInput` calls it." })
  field!: string;

  @Field(() => String, { description: "What is wrong, for the person to read: 1 to 300 characters." })
  reason!: string;
}

@InputType({ description: "A digital identity that has to be corrected." })
export class RejectIdentityInput {
  @Field(() => ID, { description: "Whose. One of another workspace is a top-level NOT_FOUND." })
  userId!: string;

  @Field(() => [IdentityReasonInput], { description: "At least one; each field once." })
  reasons!: IdentityReasonInput[];

  @Field(() => DateTime, { nullable: true, description: seen })
  seenAt?: Date | null;
}

@ObjectType({ description: "The digital identity as it is now." })
export class IdentityPayload {
  @Field(() => Identity, { nullable: true, description: "null when refused; nothing was changed then." })
  identity!: Identity | null;

  @Field(() => [UserError], {
    description:
      "At `identity` and its field: REQUIRED, TOO_LONG, MALFORMED, DATE_MALFORMED, DATE_IN_FUTURE, UNKNOWN_COUNTRY, PHONE_MALFORMED, TAX_NUMBER_MALFORMED, UNKNOWN_DOCUMENT_KIND, NOT_ASKED, NOT_REJECTED; " +
      "ALREADY_REGISTERED: somebody else is registered with this number. At `reasons`, their place and field: REQUIRED, TOO_LONG, MALFORMED, DUPLICATE_IN_INPUT. " +
      "IDENTITY_CLOSED: it is not in a state for this any more. NOT_ONESELF: nobody but the founder validates their own. USER_CLOSED. CHANGED_MEANWHILE. " +
      "Who submits too often is a top-level RATE_LIMITED.",
  })
  userErrors!: UserError[];
}

@InputType({ description: "An account and its digital identity in one step: both, or neither." })
export class CompleteRegistrationInput {
  @Field(() => PersonInput, { description: "The person, with `identity` complete. Existing people are refused." })
  person!: PersonInput;

  @Field(() => Credential, { defaultValue: Credential.ACTIVATION_LINK, description: "As in `createUser`." })
  credential!: Credential;

  @Field(() => String, { nullable: true, description: "As in `createUser`." })
  password?: string | null;

  @Field(() => ActivationMail, { defaultValue: ActivationMail.NOW, description: "As in `createUser`." })
  activationMail!: ActivationMail;

  @Field(() => Boolean, { defaultValue: false, description: "As in `createUser`." })
  createMissing!: boolean;

  @Field(() => String, { nullable: true, description: "As in `createUser`." })
  idempotencyKey?: string | null;
}

@ObjectType({ description: "The account with its VALIDATED identity, or nothing." })
export class CompleteRegistrationPayload {
  @Field(() => User, { nullable: true, description: "Who was created; null when refused." })
  user!: User | null;

  @Field(() => String, { nullable: true, description: "As in `createUser`: the activation link to hand over, once." })
  link!: string | null;

  @Field(() => [UserError], {
    description: "As in `createUser` at `person`, and as in `registerPersonalInformation` at `person`, `identity`.",
  })
  userErrors!: UserError[];
}

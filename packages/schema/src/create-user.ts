import "reflect-metadata";
import { Field, ID, InputType, ObjectType } from "type-graphql";
import { ActivationMail, Credential } from "./credential.js";
import { PersonInput } from "./person.js";
import { DateTime } from "./scalars.js";
import { User } from "./user.js";
import { UserError } from "./user-error.js";

@InputType({ description: "One person who gets an account at once." })
export class CreateUserInput {
  @Field(() => PersonInput, {
    description:
      "An e-mail address or a username is needed; without an address the mail goes to the caller. Names that are missing are asked of the person.",
  })
  person!: PersonInput;

  @Field(() => Credential, {
    defaultValue: Credential.ACTIVATION_LINK,
    description: "How the account is first entered.",
  })
  credential!: Credential;

  @Field(() => String, {
    nullable: true,
    description:
      "With the credential PASSWORD, and with no other: 15 to 256 characters, any; refused when common, breached or made of the person's own words. It is temporary, and works for 48 hours.",
  })
  password?: string | null;

  @Field(() => ActivationMail, {
    defaultValue: ActivationMail.NOW,
    description: "When the person is told. A generated password cannot wait.",
  })
  activationMail!: ActivationMail;

  @Field(() => Boolean, {
    defaultValue: false,
    description: "True: companies, groups, teams and labels that are named and unknown are made.",
  })
  createMissing!: boolean;

  @Field(() => Boolean, {
    defaultValue: false,
    description: "True: answers what would be refused, by the same code, and does nothing.",
  })
  dryRun!: boolean;

  @Field(() => String, {
    nullable: true,
    description:
      "At most 100 characters of the caller's choice. The same key with the same input answers as the first time and does nothing; with another it is KEY_REUSED.",
  })
  idempotencyKey?: string | null;
}

@ObjectType({ description: "The account, PENDING until its owner has acted." })
export class CreateUserPayload {
  @Field(() => User, { nullable: true, description: "The new account; null when refused, and in a dry run." })
  user!: User | null;

  @Field(() => String, {
    nullable: true,
    description:
      "The activation link to hand over, its secret behind the #, when no mail goes to the person. Shown this once: only a hash is stored. Null when an idempotency key repeats a call.",
  })
  link!: string | null;

  @Field(() => [UserError], {
    description:
      'Of the person with the path `["person", "email"]`: EMAIL_TAKEN, USERNAME_TAKEN, EXTERNAL_ID_TAKEN, REQUIRED, NOT_ALLOWED, UNKNOWN_..., ...; SEAT_LIMIT_REACHED with `["person"]`. Of the call: PASSWORD_..., NO_MAIL_DELIVERY, TOO_MANY_PEOPLE, KEY_REUSED.',
  })
  userErrors!: UserError[];
}

@InputType({ description: "Whose activation link." })
export class CopyActivationLinkInput {
  @Field(() => ID, { description: "The user. One of another workspace is a top-level NOT_FOUND." })
  userId!: string;
}

@ObjectType({
  description:
    "A further activation link. While there is a live one it has the same expiry, and those made before stay alive; else it begins a new lifetime.",
})
export class CopyActivationLinkPayload {
  @Field(() => String, {
    nullable: true,
    description:
      "The whole address, its secret behind the #. Shown this once: only a hash is stored. Null when refused.",
  })
  link!: string | null;

  @Field(() => DateTime, { nullable: true, description: "Until when it works; null when refused." })
  expiresAt!: Date | null;

  @Field(() => [UserError], {
    description: "USER_NOT_PENDING; NOT_ALLOWED for an account that holds more than the caller.",
  })
  userErrors!: UserError[];
}

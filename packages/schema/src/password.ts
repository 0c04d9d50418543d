import "reflect-metadata";
import { Field, ID, InputType, ObjectType } from "type-graphql";
import { User } from "./user.js";
import { UserError } from "./user-error.js";

const passwordWords = "15 to 256 characters, any; neither cut nor case-changed, compared after Unicode NFC.";

@InputType({ description: "Whose password is forgotten." })
export class RequestPasswordResetInput {
  @Field(() => String, { description: "E-mail address or username; case does not matter." })
  login!: string;
}

@ObjectType({
  description:
    "If the login belongs to an account with an e-mail address, a mail is on its way. Nothing tells whether it does.",
})
export class RequestPasswordResetPayload {
  @Field(() => [UserError], {
    description:
      "REQUIRED for an empty login; NO_MAIL_DELIVERY where mails are not delivered. Too many questions are a top-level RATE_LIMITED.",
  })
  userErrors!: UserError[];
}

@InputType({ description: "The link that was mailed, or answered for a temporary password, and what is chosen." })
export class ResetPasswordInput {
  @Field(() => String, { description: "The link's secret: what stands behind the # in its address." })
  token!: string;

  @Field(() => String, { description: passwordWords })
  password!: string;
}

@ObjectType({
  description: "The password is set and all sessions are ended, or nothing has changed. Nobody is signed in by it.",
})
export class ResetPasswordPayload {
  @Field(() => [UserError], {
    description:
      "LINK_..., saying what became of the link; WRONG_ACCOUNT while someone else is signed in; PASSWORD_... at the password.",
  })
  userErrors!: UserError[];
}

@InputType({ description: "One's present password, and the one to replace it." })
export class ChangePasswordInput {
  @Field(() => String, { description: "The one that is valid now." })
  currentPassword!: string;

  @Field(() => String, { description: passwordWords })
  password!: string;
}

@ObjectType({ description: "The password is changed and all other sessions are ended, or nothing has changed." })
export class ChangePasswordPayload {
  @Field(() => [UserError], {
    description:
      "PASSWORD_WRONG for the present one, PASSWORD_... for the new one. Too many wrong ones are a top-level RATE_LIMITED.",
  })
  userErrors!: UserError[];
}

@InputType({ description: "Who gets a temporary password." })
export class SetTemporaryPasswordInput {
  @Field(() => ID, { description: "The user. Neither the founder nor oneself." })
  userId!: string;

  @Field(() => String, {
    nullable: true,
    description: `${passwordWords} Absent: one is made up and answered once.`,
  })
  password?: string | null;
}

@ObjectType({
  description:
    "The account's sessions are ended and its links dead. The first sign-in within 48 hours asks for a password of the person's own.",
})
export class SetTemporaryPasswordPayload {
  @Field(() => User, { nullable: true, description: "Whose password it is; null when refused." })
  user!: User | null;

  @Field(() => String, {
    nullable: true,
    description: "The password that was made up, this once: tell it to the person. Null for one that was given.",
  })
  password!: string | null;

  @Field(() => [UserError], {
    description:
      "NOT_THE_FOUNDER; NOT_ONESELF; NOT_ALLOWED for somebody who holds permissions that the caller does not; USER_CLOSED; SEAT_LIMIT_REACHED for somebody PENDING without a seat; PASSWORD_... at the password.",
  })
  userErrors!: UserError[];
}

import "reflect-metadata";
import { Field, ID, InputType, ObjectType } from "type-graphql";
import { User } from "./user.js";
import { UserError } from "./user-error.js";

@InputType({ description: "Whose address is to change, and to which." })
export class RequestEmailChangeInput {
  @Field(() => ID, { nullable: true, description: "The user. Absent: oneself." })
  userId?: string | null;

  @Field(() => String, { description: "The new address. Nobody else here may have it." })
  email!: string;

  @Field(() => String, { nullable: true, description: "One's password; needed for oneself only." })
  password?: string | null;
}

@ObjectType({
  description:
    "The new address waits to be confirmed (`User.pendingEmail`), in place of any asked for before; of somebody PENDING it has changed at once, since the activation proves it.",
})
export class RequestEmailChangePayload {
  @Field(() => User, { nullable: true, description: "Whose address it is; null when refused." })
  user!: User | null;

  @Field(() => String, {
    nullable: true,
    description: "The link to hand over, once, for administrators where no mail is delivered; else null.",
  })
  link!: string | null;

  @Field(() => [UserError], {
    description:
      "EMAIL_MALFORMED, EMAIL_TAKEN, EMAIL_UNCHANGED at the address; PASSWORD_WRONG; NOT_THE_FOUNDER; NOT_ALLOWED for somebody who holds permissions that the caller does not; USER_CLOSED; NO_MAIL_DELIVERY for oneself where mails are not delivered.",
  })
  userErrors!: UserError[];
}

@InputType({ description: "The link that was sent to the new address." })
export class ConfirmEmailChangeInput {
  @Field(() => String, { description: "The link's secret: what stands behind the # in its address." })
  token!: string;
}

@ObjectType({ description: "The new address is the account's, or nothing has changed. Nobody is signed in by it." })
export class ConfirmEmailChangePayload {
  @Field(() => [UserError], {
    description:
      "LINK_..., saying what became of the link; WRONG_ACCOUNT while someone else is signed in; EMAIL_TAKEN when somebody else got the address meanwhile.",
  })
  userErrors!: UserError[];
}

@InputType({ description: "Whose change of address is withdrawn." })
export class CancelEmailChangeInput {
  @Field(() => ID, { nullable: true, description: "The user. Absent: oneself." })
  userId?: string | null;
}

@ObjectType({ description: "No change of address is open any more, whether or not there was one." })
export class CancelEmailChangePayload {
  @Field(() => User, { description: "Whose it was." })
  user!: User;

  @Field(() => [UserError], { description: "Empty: withdrawing is never refused." })
  userErrors!: UserError[];
}

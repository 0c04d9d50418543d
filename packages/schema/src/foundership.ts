import "reflect-metadata";
import { Field, ID, InputType, ObjectType } from "type-graphql";
import { DateTime } from "./scalars.js";
import { UserError } from "./user-error.js";

@ObjectType({
  description:
    "The founder's offer to hand the workspace over. Nothing changes before the other one confirms. One at a time.",
})
export class FoundershipTransfer {
  @Field(() => DateTime, { description: "When it was offered." })
  createdAt!: Date;

  @Field(() => DateTime, { description: "Until when it can be confirmed: seven days." })
  expiresAt!: Date;

  /** Not in the API: `to` and `from` are loaded by them. */
  toId!: string;
  fromId!: string;
}

/** Fields that the server loads only when asked for; their words stay here with the others. */
export const loadedFoundershipTransferFields = {
  to: "Who is to be the founder.",
  from: "Who is it now, and will be an administrator without permissions.",
} as const;

@InputType({ description: "Whom the workspace is offered to." })
export class RequestFoundershipTransferInput {
  @Field(() => ID, { description: "An ACTIVE user. One of another workspace is a top-level NOT_FOUND." })
  userId!: string;

  @Field(() => String, { description: "The founder's own password." })
  password!: string;
}

@InputType({ description: "The one to whom it was offered says yes." })
export class ConfirmFoundershipTransferInput {
  @Field(() => String, { description: "Their own password." })
  password!: string;
}

@ObjectType({ description: "How the transfer stands." })
export class FoundershipTransferPayload {
  @Field(() => FoundershipTransfer, {
    nullable: true,
    description: "The open offer; null when it was confirmed, withdrawn or refused.",
  })
  transfer!: FoundershipTransfer | null;

  @Field(() => [UserError], {
    description:
      "PASSWORD_WRONG; USER_NOT_ACTIVE at `userId`; NOT_ONESELF; TRANSFER_CLOSED when there is no open offer any more; CHANGED_MEANWHILE for who got another password at this moment. Too many wrong passwords are a top-level RATE_LIMITED.",
  })
  userErrors!: UserError[];
}

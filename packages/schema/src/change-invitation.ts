import "reflect-metadata";
import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { Invitation } from "./invitation.js";
import { UserError } from "./user-error.js";

@InputType({
  description: "What to correct in an invitation that is pending or expired. What is absent or null stays.",
})
export class ChangeInvitationInput {
  @Field(() => ID, { description: "Its id. One of another workspace is a top-level NOT_FOUND." })
  invitationId!: string;

  @Field(() => String, {
    nullable: true,
    description: "Another address: it gets a new link, expiry and mail, and the links that are out die.",
  })
  email?: string | null;

  @Field(() => Int, {
    nullable: true,
    description:
      "Hours that the invitation and its links live from now: 1 to 720. The link that the person has works again, should it have expired.",
  })
  lifetimeHours?: number | null;
}

@ObjectType({ description: "The corrected invitation." })
export class ChangeInvitationPayload {
  @Field(() => Invitation, { nullable: true, description: "As it stands now; null when refused." })
  invitation!: Invitation | null;

  @Field(() => String, {
    nullable: true,
    description:
      "The new address's link, once, where no mail is delivered: to be handed over. Null otherwise: a mail brings it.",
  })
  link!: string | null;

  @Field(() => [UserError], {
    description:
      "EMAIL_MALFORMED, EMAIL_TAKEN for whom has an account, ALREADY_INVITED for whom has another invitation, OUT_OF_RANGE, REQUIRED, TOO_MANY_PEOPLE; INVITATION_CLOSED; NOT_ALLOWED for an invitation that promises more than the caller may grant.",
  })
  userErrors!: UserError[];
}

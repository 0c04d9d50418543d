import "reflect-metadata";
import { Field, InputType, ObjectType } from "type-graphql";
import { UserError } from "./user-error.js";
import { Viewer } from "./viewer.js";

@InputType({ description: "What the owner of a created account says, to make it theirs." })
export class ActivateUserInput {
  @Field(() => String, { description: "The link's secret: what stands behind the # in its address." })
  token!: string;

  @Field(() => String, {
    description:
      "15 to 256 characters, any; neither cut nor case-changed. It replaces a temporary one, and cannot be the same.",
  })
  password!: string;

  @Field(() => String, {
    nullable: true,
    description:
      "Where it is still missing (`linkPreview.needs`); passed over where it is known. At most 100 characters.",
  })
  firstName?: string | null;

  @Field(() => String, { nullable: true, description: "The same. At most 100 characters." })
  lastName?: string | null;

  @Field(() => String, { nullable: true, description: "The same. See `User.username`." })
  username?: string | null;
}

@ObjectType({ description: "The account is ACTIVE and signed in, or nothing has changed." })
export class ActivateUserPayload {
  @Field(() => Viewer, { nullable: true, description: "Who is signed in now; null when refused." })
  viewer!: Viewer | null;

  @Field(() => [UserError], {
    description:
      "LINK_..., saying what became of the link; WRONG_ACCOUNT while someone else is signed in; SEAT_LIMIT_REACHED, which leaves the link alive; PASSWORD_..., USERNAME_... at their fields.",
  })
  userErrors!: UserError[];
}

import "reflect-metadata";
import { Field, InputType, ObjectType } from "type-graphql";
import { UserError } from "./user-error.js";
import { Viewer } from "./viewer.js";

@InputType({ description: "Who signs in." })
export class SignInInput {
  @Field(() => String, { description: "E-mail address or username; case does not matter." })
  login!: string;

  @Field(() => String, { description: "Neither cut nor case-changed, compared after Unicode NFC." })
  password!: string;
}

@ObjectType({ description: "A new session, carried by a cookie that scripts cannot read." })
export class SignInPayload {
  @Field(() => Viewer, { nullable: true, description: "Who is signed in now; null when refused." })
  viewer!: Viewer | null;

  @Field(() => String, {
    nullable: true,
    description:
      "The password was a temporary one and no session began: the secret of a link, alive for 15 minutes, for `activateUser` or `resetPassword`; `linkPreview` says which.",
  })
  continueWith!: string | null;

  @Field(() => [UserError], {
    description:
      "WRONG_LOGIN, in the same words and time for known and unknown accounts. Too many failures are a top-level RATE_LIMITED.",
  })
  userErrors!: UserError[];
}

@ObjectType({ description: "The session has ended and its cookie is gone. Signing out twice is fine." })
export class SignOutPayload {
  @Field(() => [UserError], { description: "Empty: signing out is never refused." })
  userErrors!: UserError[];
}

import "reflect-metadata";
import { Field, InputType, ObjectType } from "type-graphql";
import { Language } from "./language.js";
import { User } from "./user.js";
import { UserError } from "./user-error.js";

@InputType({ description: "What people change of themselves. Absent or null: unchanged." })
export class UpdateProfileInput {
  @Field(() => String, { nullable: true, description: "At most 100 characters; never empty." })
  firstName?: string | null;

  @Field(() => String, { nullable: true, description: "At most 100 characters; never empty." })
  lastName?: string | null;

  @Field(() => String, { nullable: true, description: "See `User.username`; never empty." })
  username?: string | null;

  @Field(() => Language, { nullable: true, description: "The language of one's pages and mails." })
  language?: Language | null;
}

@ObjectType({ description: "All is changed that was asked for, or nothing." })
export class UpdateProfilePayload {
  @Field(() => User, { nullable: true, description: "Oneself; null when refused." })
  user!: User | null;

  @Field(() => [UserError], { description: "REQUIRED, TOO_LONG, USERNAME_... at their fields." })
  userErrors!: UserError[];
}

import "reflect-metadata";
import { Field, ID, InputType, ObjectType } from "type-graphql";
import { Permission } from "./permission.js";
import { DateTime } from "./scalars.js";
import { User } from "./user.js";
import { UserError } from "./user-error.js";

@ObjectType({ description: "A permission that somebody holds." })
export class Grant {
  @Field(() => Permission, { description: "Which." })
  permission!: Permission;

  @Field(() => DateTime, { description: "Since when." })
  createdAt!: Date;

  /** Not in the API: `grantedBy` is loaded by it. */
  grantedById!: string;
}

/** Fields that the server loads only when asked for; their words stay here with the others. */
export const loadedGrantFields = {
  grantedBy: "The founder who gave it; null when that account is gone.",
} as const;

@InputType({ description: "Whose permission, and which." })
export class PermissionInput {
  @Field(() => ID, { description: "The user. One of another workspace is a top-level NOT_FOUND." })
  userId!: string;

  @Field(() => Permission, { description: "Which permission." })
  permission!: Permission;
}

@ObjectType({
  description:
    "What the user holds now. It bites at once, in sessions and imports that are under way too; the person is told by mail.",
})
export class PermissionPayload {
  @Field(() => User, { nullable: true, description: "Whose it is; null when refused." })
  user!: User | null;

  @Field(() => [UserError], {
    description: "NOT_THE_FOUNDER, who holds all; USER_CLOSED for a permission to somebody deactivated.",
  })
  userErrors!: UserError[];
}

import "reflect-metadata";
import { Field, InputType, ObjectType } from "type-graphql";
import { Language } from "./language.js";
import { UserError } from "./user-error.js";
import { Viewer } from "./viewer.js";

@InputType({ description: "The workspace to found, and the account of its founder." })
export class FoundWorkspaceInput {
  @Field(() => String, {
    description:
      "The one-time code that the server printed at its start, as part of the link. The first visitor of an exposed server founds nothing.",
  })
  setupCode!: string;

  @Field(() => String, { description: "1 to 100 characters." })
  workspaceName!: string;

  @Field(() => String, { description: "The founder's e-mail address, at most 254 characters." })
  email!: string;

  @Field(() => String, { description: "1 to 100 characters." })
  firstName!: string;

  @Field(() => String, { description: "1 to 100 characters." })
  lastName!: string;

  @Field(() => String, {
    description:
      "15 to 256 characters, any; refused when common, breached or made of own e-mail, workspace or product.",
  })
  password!: string;

  @Field(() => Language, { description: "The founder's language, and the workspace's default." })
  language!: Language;

  @Field(() => String, { nullable: true, description: "An IANA time zone (`Europe/Brussels`). Absent: UTC." })
  timeZone?: string | null;
}

@ObjectType({ description: "Founding happens once in the life of an installation." })
export class FoundWorkspacePayload {
  @Field(() => Viewer, { nullable: true, description: "The founder, signed in from now on; null when refused." })
  viewer!: Viewer | null;

  @Field(() => [UserError], {
    description: "SETUP_CODE_WRONG, ALREADY_FOUNDED, REQUIRED, TOO_LONG, MALFORMED, EMAIL_MALFORMED, PASSWORD_....",
  })
  userErrors!: UserError[];
}

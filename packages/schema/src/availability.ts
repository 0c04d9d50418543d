import "reflect-metadata";
import { ArgsType, Field, ObjectType } from "type-graphql";
import { enumOf, type ValueOf } from "./enum.js";

/** E-mails and usernames together. */
export const maxAvailabilityValues = 1_000;

export const Availability = enumOf(
  "Availability",
  "Whether an e-mail address or username can be given to someone new.",
  {
    FREE: "Nobody has it.",
    TAKEN: "An account of this workspace has it.",
    INVITED: "A live invitation has it.",
    MALFORMED: "It has not the form of an e-mail address or username.",
  },
);
export type Availability = ValueOf<typeof Availability>;

@ObjectType({ description: "What was found about one value." })
export class AvailabilityEntry {
  @Field(() => String, { description: "The value as it was asked for." })
  value!: string;

  @Field(() => Availability, { description: "Whether it can be given to someone new. It may be gone a moment later." })
  availability!: Availability;
}

@ObjectType({ description: "One entry for each value that was asked for, in the same order." })
export class AvailabilityResult {
  @Field(() => [AvailabilityEntry], { description: "About `emails`; empty when none were asked for." })
  emails!: AvailabilityEntry[];

  @Field(() => [AvailabilityEntry], { description: "About `usernames`; empty when none were asked for." })
  usernames!: AvailabilityEntry[];
}

@ArgsType()
export class AvailabilityArgs {
  @Field(() => [String], {
    nullable: true,
    description: "E-mail addresses to look at: at most 1,000 values a call, usernames included. Not with `token`.",
  })
  emails?: string[] | null;

  @Field(() => [String], {
    nullable: true,
    description: "Usernames to look at: at most 1,000 values a call, e-mail addresses included.",
  })
  usernames?: string[] | null;

  @Field(() => String, {
    nullable: true,
    description: "The secret of a live link, for someone without a session who is choosing a username.",
  })
  token?: string | null;
}

@ArgsType()
export class SuggestUsernameArgs {
  @Field(() => String, { description: "The e-mail address to derive a free username from." })
  email!: string;
}

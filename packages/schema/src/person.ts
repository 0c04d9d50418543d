import "reflect-metadata";
import { Field, InputType, Int, ObjectType } from "type-graphql";
import { enumOf, type ValueOf } from "./enum.js";
import { IdentityInput } from "./identity-values.js";
import { Invitation } from "./invitation.js";
import { User } from "./user.js";
import { UserError } from "./user-error.js";

@InputType({
  description:
    "One person, in every way in. Every value is text that is checked by rules, so that a bad one is an error of this person and never of the call. " +
    "Outer spaces are dropped; empty is the same as absent. Companies, groups, teams and labels are named, whatever the case and accents; unknown ones are made when `createMissing` is true.",
})
export class PersonInput {
  @Field(() => String, {
    nullable: true,
    description:
      "local@domain.tld, at most 254 characters. An invitation needs one; an account needs one or a username.",
  })
  email?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      '1 to 64 characters out of a-z, 0-9, ".", "_", "-"; upper case is lowered. Absent: derived from the e-mail, with a number when taken.',
  })
  username?: string | null;

  @Field(() => String, { nullable: true, description: "At most 100 characters." })
  firstName?: string | null;

  @Field(() => String, { nullable: true, description: "At most 100 characters." })
  lastName?: string | null;

  @Field(() => String, { nullable: true, description: "A company's name, at most 100 characters." })
  company?: string | null;

  @Field(() => String, {
    nullable: true,
    description: '"en", "fr", "nl", or the language\'s name in one of them. Absent: the workspace\'s default.',
  })
  language?: string | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Names of groups, 100 at most, each at most 100 characters and without "/".',
  })
  groups?: string[] | null;

  @Field(() => [String], {
    nullable: true,
    description:
      '"learner", "coach", "administrator", or their names in fr and nl; they hold in all of `groups`. Absent: learner.',
  })
  roles?: string[] | null;

  @Field(() => String, { nullable: true, description: "A team's name, at most 100 characters." })
  team?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "The e-mail address of the team's leader, who may stand anywhere in the same input, or come later.",
  })
  teamLeader?: string | null;

  @Field(() => String, { nullable: true, description: "A label's name, at most 100 characters." })
  label?: string | null;

  @Field(() => String, {
    nullable: true,
    description: '"member" or "administrator". Absent: member. Nobody grants more than they hold.',
  })
  userType?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "The day on which the account is removed, from today on: yyyy-mm-dd, or dd/mm/yyyy, dd.mm.yyyy, dd-mm-yyyy.",
  })
  deletionDate?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "The person's key in another system, at most 100 characters: who has it already is the same person.",
  })
  externalId?: string | null;

  @Field(() => IdentityInput, {
    nullable: true,
    description:
      "What is known of the person's digital identity. It is kept as a draft that the person completes; only MANAGE_USERS and the person read it. Errors have the path `identity` and its field.",
  })
  identity?: IdentityInput | null;
}

export const PersonOutcome = enumOf("PersonOutcome", "What came of one person.", {
  INVITED: "A new invitation, or an expired one renewed.",
  CREATED: "A new account.",
  UPDATED:
    "Was here; values were changed as the policy for existing people allows, or the person takes part in the program session now.",
  ADDED_TO_GROUPS: "Was here with an account; was added to groups, and told so.",
  UNCHANGED: "Was here or already invited; nothing was changed and no mail sent. `errors` may say why.",
  REJECTED: "Nothing was done: `errors` says why.",
});
export type PersonOutcome = ValueOf<typeof PersonOutcome>;

@ObjectType({ description: "What came of one person, or in a dry run, what would." })
export class PersonResult {
  @Field(() => Int, { description: "Position in `people`, from 0." })
  index!: number;

  @Field(() => PersonOutcome, { description: "What came of it." })
  outcome!: PersonOutcome;

  @Field(() => User, {
    nullable: true,
    description: "The account that was made or found; null for none, and for callers who may not see it.",
  })
  user!: User | null;

  @Field(() => Invitation, {
    nullable: true,
    description: "The invitation that was made, renewed or found; null for none, and for callers who may not see it.",
  })
  invitation!: Invitation | null;

  @Field(() => String, {
    nullable: true,
    description:
      "The whole address to hand over, its secret behind the #: for INVITED always, for CREATED with an activation link when no mail goes to the person. Shown this once: only a hash is stored. Null in a dry run and when an idempotency key repeats a call.",
  })
  link!: string | null;

  @Field(() => [UserError], { description: "What is to be said about this person; the path begins inside the person." })
  errors!: UserError[];
}

@ObjectType({ description: "How many people had which outcome." })
export class PersonCounts {
  @Field(() => Int, { description: "Outcome INVITED." })
  invited!: number;

  @Field(() => Int, { description: "Outcome CREATED." })
  created!: number;

  @Field(() => Int, { description: "Outcome UPDATED." })
  updated!: number;

  @Field(() => Int, { description: "Outcome ADDED_TO_GROUPS." })
  addedToGroups!: number;

  @Field(() => Int, { description: "Outcome UNCHANGED." })
  unchanged!: number;

  @Field(() => Int, { description: "Outcome REJECTED." })
  rejected!: number;

  @Field(() => Int, { description: "The sum of all outcomes." })
  total!: number;
}

import "reflect-metadata";
import { Field, ID, InputType, ObjectType } from "type-graphql";
import { connectionOf } from "./connection.js";
import { MembersInput } from "./members.js";
import { UserError } from "./user-error.js";

@ObjectType({ description: "People who work together under a leader. A person is in one team at most." })
export class Team {
  @Field(() => ID, { description: "A UUID." })
  id!: string;

  @Field(() => String, {
    description: "At most 100 characters. Unique in the workspace, whatever the case and accents.",
  })
  name!: string;

  /** Not in the API: `leader` is loaded by it. It may be the address of someone who is still to come. */
  leaderEmailKey!: string | null;
}

/** Fields that the server loads only when asked for; their words stay here with the others. */
export const loadedTeamFields = {
  leader: "Who leads the team. Null while nobody does, or while the leader has no account yet.",
  leaderEmail:
    "The leader's address, its domain in A-labels (RFC 5890): also of a leader who is still to come. Null for none, and for those who may not see users.",
  people: "How many users are in it; null for those who may not see users.",
} as const;

export const TeamConnection = connectionOf(Team);

@InputType({ description: "A new team." })
export class CreateTeamInput {
  @Field(() => String, { description: "1 to 100 characters; no other team is called so." })
  name!: string;

  @Field(() => String, {
    nullable: true,
    description: "The leader's e-mail address. A leader without an account is kept by it and leads on coming.",
  })
  leaderEmail?: string | null;
}

@InputType({ description: "What to change about a team: what is absent stays." })
export class UpdateTeamInput {
  @Field(() => ID, { description: "Which. One of another workspace is a top-level NOT_FOUND." })
  teamId!: string;

  @Field(() => String, { nullable: true, description: "1 to 100 characters; no other team is called so." })
  name?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "The leader's e-mail address, null for no leader. A leader without an account is kept by it and leads on coming.",
  })
  leaderEmail?: string | null;
}

@ObjectType({ description: "The team as it is now." })
export class TeamPayload {
  @Field(() => Team, { nullable: true, description: "null when refused; nothing was changed then." })
  team!: Team | null;

  @Field(() => [UserError], {
    description: "REQUIRED, TOO_LONG; NAME_TAKEN: merge the two instead; EMAIL_MALFORMED.",
  })
  userErrors!: UserError[];
}

@InputType({ description: "Teams that are really one." })
export class MergeTeamsInput {
  @Field(() => [ID], { description: "Those that go, 1 to 100: their people and open invitations move." })
  teamIds!: string[];

  @Field(() => ID, {
    description:
      "The one that stays, with its name and its leader; without one, it gets the first leader of the others.",
  })
  intoTeamId!: string;
}

@InputType({ description: "Teams to delete." })
export class DeleteTeamsInput {
  @Field(() => [ID], { description: "1 to 100. Their people stay, without a team." })
  teamIds!: string[];
}

@InputType({ description: "People who are in this team from now on, wherever they were before." })
export class AddTeamMembersInput extends MembersInput {
  @Field(() => ID, { description: "The team." })
  teamId!: string;
}

@InputType({ description: "People who are in this team no longer." })
export class RemoveTeamMembersInput {
  @Field(() => ID, { description: "The team." })
  teamId!: string;

  @Field(() => [ID], { description: "Users, at most 1,000; who is not in it is passed over." })
  userIds!: string[];
}

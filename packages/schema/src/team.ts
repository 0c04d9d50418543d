import "reflect-metadata";
import { Field, ID, ObjectType } from "type-graphql";
import { connectionOf } from "./connection.js";

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
} as const;

export const TeamConnection = connectionOf(Team);

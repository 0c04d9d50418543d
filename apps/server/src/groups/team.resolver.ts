import { SearchPageArgs } from "@usher/schema/connection";
import { AddMembersPayload, PeopleCount, PeopleMovedPayload, RemoveMembersPayload } from "@usher/schema/members";
import {
  AddTeamMembersInput,
  CreateTeamInput,
  DeleteTeamsInput,
  MergeTeamsInput,
  RemoveTeamMembersInput,
  Team,
  TeamConnection,
  TeamPayload,
  UpdateTeamInput,
  loadedTeamFields as words,
} from "@usher/schema/team";
import { Arg, Args, Ctx as Context, FieldResolver, ID, Mutation, Query, Resolver, Root } from "type-graphql";
import type { Ctx } from "../context.js";
import type { KeysetPage } from "../db/keyset.js";
import { addMembers } from "./add-members.js";
import { countPeople } from "./count-people.js";
import { createName } from "./create-name.js";
import { deleteNames } from "./delete-names.js";
import { findName } from "./find-name.js";
import { listNames } from "./list-names.js";
import { mergeNames } from "./merge-names.js";
import { removeMembers } from "./remove-members.js";
import { updateName } from "./update-name.js";

@Resolver(() => Team)
export class TeamResolver {
  @Query(() => TeamConnection, {
    description: "Teams of the workspace, by name. Those who may add people or see them.",
  })
  teams(@Args(() => SearchPageArgs) args: SearchPageArgs, @Context() ctx: Ctx): Promise<KeysetPage<Team>> {
    return listNames(ctx, "team", args);
  }

  @Query(() => Team, {
    nullable: true,
    description: "One of them; NOT_FOUND for an id of another workspace. Those who may add people or see them.",
  })
  team(@Arg("id", () => ID, { description: "A UUID." }) id: string, @Context() ctx: Ctx): Promise<Team> {
    return findName(ctx, "team", id);
  }

  @Mutation(() => TeamPayload, { description: "Makes one. The founder and administrators." })
  async createTeam(
    @Arg("input", () => CreateTeamInput) input: CreateTeamInput,
    @Context() ctx: Ctx,
  ): Promise<TeamPayload> {
    const { row, userErrors } = await createName(ctx, "team", input);
    return { team: row, userErrors };
  }

  @Mutation(() => TeamPayload, {
    description: "Renames it, or gives it another leader. The founder and administrators.",
  })
  async updateTeam(
    @Arg("input", () => UpdateTeamInput) { teamId, ...changes }: UpdateTeamInput,
    @Context() ctx: Ctx,
  ): Promise<TeamPayload> {
    const { row, userErrors } = await updateName(ctx, "team", teamId, changes);
    return { team: row, userErrors };
  }

  @Mutation(() => PeopleMovedPayload, { description: "Makes one of several. The founder and administrators." })
  mergeTeams(
    @Arg("input", () => MergeTeamsInput) { teamIds, intoTeamId }: MergeTeamsInput,
    @Context() ctx: Ctx,
  ): Promise<PeopleMovedPayload> {
    return mergeNames(ctx, "team", teamIds, intoTeamId);
  }

  @Mutation(() => PeopleMovedPayload, {
    description: "Deletes them, and nobody with them. The founder and administrators.",
  })
  deleteTeams(
    @Arg("input", () => DeleteTeamsInput) { teamIds }: DeleteTeamsInput,
    @Context() ctx: Ctx,
  ): Promise<PeopleMovedPayload> {
    return deleteNames(ctx, "team", teamIds);
  }

  @Mutation(() => AddMembersPayload, {
    description: "Puts people who are here into it. The founder and administrators.",
  })
  addTeamMembers(
    @Arg("input", () => AddTeamMembersInput) { teamId, ...people }: AddTeamMembersInput,
    @Context() ctx: Ctx,
  ): Promise<AddMembersPayload> {
    return addMembers(ctx, "team", teamId, people);
  }

  @Mutation(() => RemoveMembersPayload, { description: "Takes people out of it. The founder and administrators." })
  removeTeamMembers(
    @Arg("input", () => RemoveTeamMembersInput) { teamId, ...people }: RemoveTeamMembersInput,
    @Context() ctx: Ctx,
  ): Promise<RemoveMembersPayload> {
    return removeMembers(ctx, "team", teamId, people);
  }

  @FieldResolver(() => PeopleCount, { nullable: true, description: words.people })
  people(@Root() { id }: Team, @Context() ctx: Ctx): Promise<PeopleCount | null> {
    return countPeople(ctx, "team", id);
  }
}

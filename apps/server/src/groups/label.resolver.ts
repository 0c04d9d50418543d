import { SearchPageArgs } from "@usher/schema/connection";
import {
  AddLabelMembersInput,
  CreateLabelInput,
  DeleteLabelsInput,
  Label,
  LabelConnection,
  LabelPayload,
  MergeLabelsInput,
  RemoveLabelMembersInput,
  UpdateLabelInput,
  loadedLabelFields as words,
} from "@usher/schema/label";
import { AddMembersPayload, PeopleCount, PeopleMovedPayload, RemoveMembersPayload } from "@usher/schema/members";
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

@Resolver(() => Label)
export class LabelResolver {
  @Query(() => LabelConnection, {
    description:
      "Labels of the workspace, by name. Those who may add people or see them, and administrators of groups.",
  })
  labels(@Args(() => SearchPageArgs) args: SearchPageArgs, @Context() ctx: Ctx): Promise<KeysetPage<Label>> {
    return listNames(ctx, "label", args);
  }

  @Query(() => Label, {
    nullable: true,
    description:
      "One of them; NOT_FOUND for an id of another workspace. Those who may add people or see them, and administrators of groups.",
  })
  label(@Arg("id", () => ID, { description: "A UUID." }) id: string, @Context() ctx: Ctx): Promise<Label> {
    return findName(ctx, "label", id);
  }

  @Mutation(() => LabelPayload, { description: "Makes one. The founder and administrators." })
  async createLabel(
    @Arg("input", () => CreateLabelInput) input: CreateLabelInput,
    @Context() ctx: Ctx,
  ): Promise<LabelPayload> {
    const { row, userErrors } = await createName(ctx, "label", input);
    return { label: row, userErrors };
  }

  @Mutation(() => LabelPayload, { description: "Renames it. The founder and administrators." })
  async updateLabel(
    @Arg("input", () => UpdateLabelInput) { labelId, ...changes }: UpdateLabelInput,
    @Context() ctx: Ctx,
  ): Promise<LabelPayload> {
    const { row, userErrors } = await updateName(ctx, "label", labelId, changes);
    return { label: row, userErrors };
  }

  @Mutation(() => PeopleMovedPayload, { description: "Makes one of several. The founder and administrators." })
  mergeLabels(
    @Arg("input", () => MergeLabelsInput) { labelIds, intoLabelId }: MergeLabelsInput,
    @Context() ctx: Ctx,
  ): Promise<PeopleMovedPayload> {
    return mergeNames(ctx, "label", labelIds, intoLabelId);
  }

  @Mutation(() => PeopleMovedPayload, {
    description: "Deletes them, and nobody with them. The founder and administrators.",
  })
  deleteLabels(
    @Arg("input", () => DeleteLabelsInput) { labelIds }: DeleteLabelsInput,
    @Context() ctx: Ctx,
  ): Promise<PeopleMovedPayload> {
    return deleteNames(ctx, "label", labelIds);
  }

  @Mutation(() => AddMembersPayload, {
    description: "Puts people who are here into it. The founder and administrators.",
  })
  addLabelMembers(
    @Arg("input", () => AddLabelMembersInput) { labelId, ...people }: AddLabelMembersInput,
    @Context() ctx: Ctx,
  ): Promise<AddMembersPayload> {
    return addMembers(ctx, "label", labelId, people);
  }

  @Mutation(() => RemoveMembersPayload, { description: "Takes people out of it. The founder and administrators." })
  removeLabelMembers(
    @Arg("input", () => RemoveLabelMembersInput) { labelId, ...people }: RemoveLabelMembersInput,
    @Context() ctx: Ctx,
  ): Promise<RemoveMembersPayload> {
    return removeMembers(ctx, "label", labelId, people);
  }

  @FieldResolver(() => PeopleCount, { nullable: true, description: words.people })
  people(@Root() { id }: Label, @Context() ctx: Ctx): Promise<PeopleCount | null> {
    return countPeople(ctx, "label", id);
  }
}

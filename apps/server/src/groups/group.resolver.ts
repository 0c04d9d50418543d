import { SearchPageArgs } from "@usher/schema/connection";
import {
  AddGroupMembersInput,
  CreateGroupInput,
  DeleteGroupsInput,
  Group,
  GroupCan,
  GroupConnection,
  GroupMember,
  GroupMemberConnection,
  GroupMembersArgs,
  GroupPayload,
  MergeGroupsInput,
  RemoveGroupMembersInput,
  UpdateGroupInput,
  loadedGroupFields as words,
} from "@usher/schema/group";
import { AddMembersPayload, PeopleCount, PeopleMovedPayload, RemoveMembersPayload } from "@usher/schema/members";
import { Arg, Args, Ctx as Context, FieldResolver, ID, Mutation, Query, Resolver, Root } from "type-graphql";
import type { Ctx } from "../context.js";
import type { KeysetPage } from "../db/keyset.js";
import { addMembers } from "./add-members.js";
import { countGroup } from "./count-people.js";
import { createName } from "./create-name.js";
import { deleteNames } from "./delete-names.js";
import { findName } from "./find-name.js";
import { groupCan } from "./group-can.js";
import { listMembers } from "./list-members.js";
import { listNames } from "./list-names.js";
import { mergeNames } from "./merge-names.js";
import { removeMembers } from "./remove-members.js";
import { updateName } from "./update-name.js";

@Resolver(() => Group)
export class GroupResolver {
  @Query(() => GroupConnection, {
    description:
      "Groups of the workspace, by name. Those who may add people or see them; a group's administrator sees their own groups alone.",
  })
  groups(@Args(() => SearchPageArgs) args: SearchPageArgs, @Context() ctx: Ctx): Promise<KeysetPage<Group>> {
    return listNames(ctx, "group", args);
  }

  @Query(() => Group, {
    nullable: true,
    description:
      "One of them; NOT_FOUND for an id of another workspace. Those who may add people or see them; a group's administrator sees their own groups alone.",
  })
  group(@Arg("id", () => ID, { description: "A UUID." }) id: string, @Context() ctx: Ctx): Promise<Group> {
    return findName(ctx, "group", id);
  }

  @Mutation(() => GroupPayload, { description: "Makes one. The founder and administrators." })
  async createGroup(
    @Arg("input", () => CreateGroupInput) input: CreateGroupInput,
    @Context() ctx: Ctx,
  ): Promise<GroupPayload> {
    const { row, userErrors } = await createName(ctx, "group", input);
    return { group: row, userErrors };
  }

  @Mutation(() => GroupPayload, { description: "Renames it. The founder and administrators." })
  async updateGroup(
    @Arg("input", () => UpdateGroupInput) { groupId, ...changes }: UpdateGroupInput,
    @Context() ctx: Ctx,
  ): Promise<GroupPayload> {
    const { row, userErrors } = await updateName(ctx, "group", groupId, changes);
    return { group: row, userErrors };
  }

  @Mutation(() => PeopleMovedPayload, { description: "Makes one of several. The founder and administrators." })
  mergeGroups(
    @Arg("input", () => MergeGroupsInput) { groupIds, intoGroupId }: MergeGroupsInput,
    @Context() ctx: Ctx,
  ): Promise<PeopleMovedPayload> {
    return mergeNames(ctx, "group", groupIds, intoGroupId);
  }

  @Mutation(() => PeopleMovedPayload, {
    description: "Deletes them, and nobody with them. The founder and administrators.",
  })
  deleteGroups(
    @Arg("input", () => DeleteGroupsInput) { groupIds }: DeleteGroupsInput,
    @Context() ctx: Ctx,
  ): Promise<PeopleMovedPayload> {
    return deleteNames(ctx, "group", groupIds);
  }

  @Mutation(() => AddMembersPayload, {
    description: "Puts people who are here into it. The founder, administrators, and the group's administrators.",
  })
  addGroupMembers(
    @Arg("input", () => AddGroupMembersInput) { groupId, ...people }: AddGroupMembersInput,
    @Context() ctx: Ctx,
  ): Promise<AddMembersPayload> {
    return addMembers(ctx, "group", groupId, people);
  }

  @Mutation(() => RemoveMembersPayload, {
    description: "Takes people out of it. The founder, administrators, and the group's administrators.",
  })
  removeGroupMembers(
    @Arg("input", () => RemoveGroupMembersInput) { groupId, ...people }: RemoveGroupMembersInput,
    @Context() ctx: Ctx,
  ): Promise<RemoveMembersPayload> {
    return removeMembers(ctx, "group", groupId, people);
  }

  @FieldResolver(() => PeopleCount, { nullable: true, description: words.administrators })
  administrators(@Root() group: Group, @Context() ctx: Ctx): Promise<PeopleCount | null> {
    return countGroup(ctx, group.id, "ADMINISTRATOR");
  }

  @FieldResolver(() => PeopleCount, { nullable: true, description: words.coaches })
  coaches(@Root() group: Group, @Context() ctx: Ctx): Promise<PeopleCount | null> {
    return countGroup(ctx, group.id, "COACH");
  }

  @FieldResolver(() => PeopleCount, { nullable: true, description: words.learners })
  learners(@Root() group: Group, @Context() ctx: Ctx): Promise<PeopleCount | null> {
    return countGroup(ctx, group.id, "LEARNER");
  }

  @FieldResolver(() => GroupMemberConnection, { description: words.members })
  members(
    @Root() group: Group,
    @Args(() => GroupMembersArgs) args: GroupMembersArgs,
    @Context() ctx: Ctx,
  ): Promise<KeysetPage<GroupMember>> {
    return listMembers(ctx, group.id, args);
  }

  @FieldResolver(() => GroupCan, { description: words.can })
  can(@Root() group: Group, @Context() ctx: Ctx): GroupCan {
    return groupCan(ctx.actor, group.id);
  }
}

import { Group } from "@usher/schema/group";
import { AddMembersPayload, PeopleCount, PeopleMovedPayload, RemoveMembersPayload } from "@usher/schema/members";
import {
  AddProgramSessionMembersInput,
  CreateProgramSessionInput,
  DeleteProgramSessionsInput,
  MergeProgramSessionsInput,
  ProgramSession,
  ProgramSessionCan,
  ProgramSessionConnection,
  ProgramSessionMember,
  ProgramSessionMemberConnection,
  ProgramSessionMembersArgs,
  ProgramSessionPayload,
  ProgramSessionsArgs,
  RemoveProgramSessionMembersInput,
  UpdateProgramSessionInput,
  loadedProgramSessionFields as words,
} from "@usher/schema/program-session";
import { Arg, Args, Ctx as Context, FieldResolver, ID, Mutation, Query, Resolver, Root } from "type-graphql";
import type { Ctx } from "../context.js";
import type { KeysetPage } from "../db/keyset.js";
import { Group as GroupRow } from "../groups/group.entity.js";
import { addProgramSessionMembers } from "./add-program-session-members.js";
import { countPart } from "./count-part.js";
import { createProgramSession } from "./create-program-session.js";
import { deleteProgramSessions } from "./delete-program-sessions.js";
import { findProgramSession } from "./find-program-session.js";
import { listProgramSessionMembers } from "./list-program-session-members.js";
import { listProgramSessions } from "./list-program-sessions.js";
import { mergeProgramSessions } from "./merge-program-sessions.js";
import { removeProgramSessionMembers } from "./remove-program-session-members.js";
import { sessionCan } from "./session-can.js";
import { updateProgramSession } from "./update-program-session.js";

const seen =
  "The founder, administrators, holders of MANAGE_USERS; administrators of its group; its instructors who coach its group.";
const managed = "The founder, administrators, and administrators of its group.";

@Resolver(() => ProgramSession)
export class ProgramSessionResolver {
  @Query(() => ProgramSessionConnection, {
    description: `Program sessions, the latest first; with a search by name. ${seen}`,
  })
  programSessions(
    @Args(() => ProgramSessionsArgs) args: ProgramSessionsArgs,
    @Context() ctx: Ctx,
  ): Promise<KeysetPage<ProgramSession>> {
    return listProgramSessions(ctx, args);
  }

  @Query(() => ProgramSession, {
    nullable: true,
    description: `One of them; NOT_FOUND for one that is hidden. ${seen}`,
  })
  programSession(
    @Arg("id", () => ID, { description: "A UUID." }) id: string,
    @Context() ctx: Ctx,
  ): Promise<ProgramSession> {
    return findProgramSession(ctx, id);
  }

  @Mutation(() => ProgramSessionPayload, { description: `Plans one. ${managed}` })
  createProgramSession(
    @Arg("input", () => CreateProgramSessionInput) input: CreateProgramSessionInput,
    @Context() ctx: Ctx,
  ): Promise<ProgramSessionPayload> {
    return createProgramSession(ctx, input);
  }

  @Mutation(() => ProgramSessionPayload, { description: `Changes name and dates. ${managed}` })
  updateProgramSession(
    @Arg("input", () => UpdateProgramSessionInput) input: UpdateProgramSessionInput,
    @Context() ctx: Ctx,
  ): Promise<ProgramSessionPayload> {
    return updateProgramSession(ctx, input);
  }

  @Mutation(() => PeopleMovedPayload, { description: `Makes one of several of the same group. ${managed}` })
  mergeProgramSessions(
    @Arg("input", () => MergeProgramSessionsInput) input: MergeProgramSessionsInput,
    @Context() ctx: Ctx,
  ): Promise<PeopleMovedPayload> {
    return mergeProgramSessions(ctx, input);
  }

  @Mutation(() => PeopleMovedPayload, { description: `Deletes them, and nobody with them. ${managed}` })
  deleteProgramSessions(
    @Arg("input", () => DeleteProgramSessionsInput) input: DeleteProgramSessionsInput,
    @Context() ctx: Ctx,
  ): Promise<PeopleMovedPayload> {
    return deleteProgramSessions(ctx, input);
  }

  @Mutation(() => AddMembersPayload, {
    description: `Puts people into it. ${managed} Its instructors who coach its group may add participants by address.`,
  })
  addProgramSessionMembers(
    @Arg("input", () => AddProgramSessionMembersInput) input: AddProgramSessionMembersInput,
    @Context() ctx: Ctx,
  ): Promise<AddMembersPayload> {
    return addProgramSessionMembers(ctx, input);
  }

  @Mutation(() => RemoveMembersPayload, { description: `Takes people out of it. ${managed}` })
  removeProgramSessionMembers(
    @Arg("input", () => RemoveProgramSessionMembersInput) input: RemoveProgramSessionMembersInput,
    @Context() ctx: Ctx,
  ): Promise<RemoveMembersPayload> {
    return removeProgramSessionMembers(ctx, input);
  }

  @FieldResolver(() => Group, { nullable: true, description: words.group })
  group(@Root() { groupId }: ProgramSession, @Context() ctx: Ctx): Promise<Group | null> {
    return ctx.loaders.byId(GroupRow).load(groupId);
  }

  @FieldResolver(() => PeopleCount, { description: words.instructors })
  instructors(@Root() { id }: ProgramSession, @Context() ctx: Ctx): Promise<PeopleCount> {
    return countPart(ctx, id, "INSTRUCTOR");
  }

  @FieldResolver(() => PeopleCount, { description: words.participants })
  participants(@Root() { id }: ProgramSession, @Context() ctx: Ctx): Promise<PeopleCount> {
    return countPart(ctx, id, "PARTICIPANT");
  }

  @FieldResolver(() => ProgramSessionMemberConnection, { description: words.members })
  members(
    @Root() session: ProgramSession,
    @Args(() => ProgramSessionMembersArgs) args: ProgramSessionMembersArgs,
    @Context() ctx: Ctx,
  ): Promise<KeysetPage<ProgramSessionMember>> {
    return listProgramSessionMembers(ctx, session, args);
  }

  @FieldResolver(() => ProgramSessionCan, { description: words.can })
  can(@Root() session: ProgramSession, @Context() ctx: Ctx): Promise<ProgramSessionCan> {
    return sessionCan(ctx, session);
  }
}

import { FoundWorkspaceInput, FoundWorkspacePayload } from "@usher/schema/founding";
import {
  loadedWorkspaceFields,
  PublicLook,
  Seats,
  UpdateWorkspaceInput,
  UpdateWorkspacePayload,
  Workspace,
} from "@usher/schema/workspace";
import { Arg, Ctx as Context, FieldResolver, Mutation, Query, Resolver, Root } from "type-graphql";
import type { Ctx } from "../context.js";
import { apiWorkspace, viewerOf } from "../sessions/viewer.js";
import { foundWorkspace } from "./found-workspace.js";
import { readSeats } from "./read-seats.js";
import { updateWorkspace } from "./update-workspace.js";
import { Workspace as WorkspaceRow } from "./workspace.entity.js";

@Resolver(() => Workspace)
export class WorkspaceResolver {
  @Query(() => Boolean, { description: "Whether this installation has its workspace. Anyone may ask." })
  isFounded(@Context() ctx: Ctx): boolean {
    return ctx.workspaceId !== null;
  }

  @Query(() => Workspace, {
    nullable: true,
    description: "The workspace; null before founding, and for those who are not signed in.",
  })
  async workspace(@Context() ctx: Ctx): Promise<Workspace | null> {
    if (!ctx.actor.userId || !ctx.workspaceId) return null;
    const row = await ctx.read.findOneBy(WorkspaceRow, { id: ctx.workspaceId });
    return row && apiWorkspace(ctx, row);
  }

  @Query(() => PublicLook, {
    nullable: true,
    description: "The workspace's name, colour and logo; null before founding. Anyone may ask.",
  })
  async publicLook(@Context() ctx: Ctx): Promise<PublicLook | null> {
    const row = ctx.workspaceId && (await ctx.read.findOneBy(WorkspaceRow, { id: ctx.workspaceId }));
    return row ? apiWorkspace(ctx, row) : null;
  }

  @FieldResolver(() => Seats, { description: loadedWorkspaceFields.seats })
  seats(@Root() workspace: Workspace, @Context() ctx: Ctx): Promise<Seats> {
    return readSeats(ctx, workspace.id);
  }

  @Mutation(() => FoundWorkspacePayload, {
    description:
      "Makes the installation's one workspace and its founder, who is signed in. Once, by whoever holds the setup code that the server printed.",
  })
  async foundWorkspace(
    @Arg("input", () => FoundWorkspaceInput) input: FoundWorkspaceInput,
    @Context() ctx: Ctx,
  ): Promise<FoundWorkspacePayload> {
    const { user, userErrors } = await foundWorkspace(ctx, input);
    return { viewer: user && (await viewerOf(ctx, user.id)), userErrors };
  }

  @Mutation(() => UpdateWorkspacePayload, { description: "Changes the workspace's settings. The founder only." })
  async updateWorkspace(
    @Arg("input", () => UpdateWorkspaceInput) input: UpdateWorkspaceInput,
    @Context() ctx: Ctx,
  ): Promise<UpdateWorkspacePayload> {
    const { workspaceId, userErrors } = await updateWorkspace(ctx, input);
    const row = workspaceId && (await ctx.read.findOneByOrFail(WorkspaceRow, { id: workspaceId }));
    return { workspace: row ? apiWorkspace(ctx, row) : null, userErrors };
  }
}

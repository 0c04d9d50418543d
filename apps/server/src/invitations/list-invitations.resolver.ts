import { CountInvitationsArgs, Invitation, InvitationConnection, InvitationsArgs } from "@usher/schema/invitation";
import { Arg, Args, Ctx as Context, ID, Int, Query, Resolver } from "type-graphql";
import type { Ctx } from "../context.js";
import { type KeysetPage, mapPage } from "../db/keyset.js";
import { findInvitation } from "./find-invitation.js";
import { countInvitations, listInvitations } from "./list-invitations.js";
import { presentInvitation } from "./present-invitation.js";

const seen =
  "Those who may add people may ask; administrators of groups with `groupId` in the filter: one of theirs, since any other is NOT_FOUND.";

/** The list of invitations and each of them (F14). */
@Resolver()
export class ListInvitationsResolver {
  @Query(() => InvitationConnection, {
    description: `Invitations of the workspace, the latest first unless ordered. ${seen}`,
  })
  async invitations(
    @Args(() => InvitationsArgs) args: InvitationsArgs,
    @Context() ctx: Ctx,
  ): Promise<KeysetPage<Invitation>> {
    const now = ctx.clock.now();
    return mapPage(await listInvitations(ctx, args), (invitation) => presentInvitation(invitation, now));
  }

  @Query(() => Int, {
    description: `Exactly how many invitations match: the number that a confirmation names. ${seen}`,
  })
  countInvitations(
    @Args(() => CountInvitationsArgs) { filter }: CountInvitationsArgs,
    @Context() ctx: Ctx,
  ): Promise<number> {
    return countInvitations(ctx, filter);
  }

  @Query(() => Invitation, {
    nullable: true,
    description:
      "One invitation; NOT_FOUND for an id of another workspace. Those who may add people may ask; administrators of groups see those into theirs, and NOT_FOUND for others.",
  })
  async invitation(
    @Arg("id", () => ID, { description: "A UUID." }) id: string,
    @Context() ctx: Ctx,
  ): Promise<Invitation> {
    return presentInvitation(await findInvitation(ctx, id), ctx.clock.now());
  }
}

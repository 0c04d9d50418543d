import { can } from "@usher/rules/permissions";
import { BulkInviteInput, BulkInvitePayload, InviteUsersInput, InviteUsersPayload } from "@usher/schema/adding";
import { Invitation } from "@usher/schema/invitation";
import { PersonResult } from "@usher/schema/person";
import { User } from "@usher/schema/user";
import { Arg, Ctx as Context, FieldResolver, Mutation, Resolver, Root } from "type-graphql";
import type { Ctx } from "../context.js";
import { userError } from "../http/user-errors.js";
import type { AddAnswer, AddedPerson } from "../people/add-people.js";
import { pathOf } from "../people/remark-path.js";
import { presentUser } from "../users/present-user.js";
import { User as UserRow } from "../users/user.entity.js";
import { bulkInvite } from "./bulk-invite.js";
import { Invitation as InvitationRow } from "./invitation.entity.js";
import { inviteUsers } from "./invite-users.js";
import { presentInvitation } from "./present-invitation.js";
import { maySeeInvitation } from "./see-invitations.js";

@Resolver()
export class InviteResolver {
  @Mutation(() => InviteUsersPayload, {
    description:
      "Invites people: each gets a link and, once accepted, an account. Who is here already is added to the groups, or left as is. " +
      "The founder, administrators, holders of USER_REGISTRATION. Administrators of groups, into these alone: everybody into one at least, in any role, " +
      "without company, team, deletion date and external id, with no label but one that there is. From a program session also its instructors who coach its group.",
  })
  async inviteUsers(
    @Arg("input", () => InviteUsersInput) input: InviteUsersInput,
    @Context() ctx: Ctx,
  ): Promise<InviteUsersPayload> {
    return present(ctx, await inviteUsers(ctx, input));
  }

  @Mutation(() => BulkInvitePayload, {
    description:
      "`inviteUsers` or `createUser` for many, with a policy for those who are here already. Needs CAN_BULK_INVITE too. Administrators of groups invite, within the same bounds, and change nobody.",
  })
  async bulkInvite(
    @Arg("input", () => BulkInviteInput) input: BulkInviteInput,
    @Context() ctx: Ctx,
  ): Promise<BulkInvitePayload> {
    return present(ctx, await bulkInvite(ctx, input));
  }
}

/** What leaves of a result; user and invitation are loaded by the resolvers below, when they are asked for. */
type Result = PersonResult & Pick<AddedPerson, "userId" | "invitationId">;

const present = (ctx: Ctx, { people, counts, userErrors }: AddAnswer): InviteUsersPayload => ({
  results: people.map(
    ({ index, outcome, link, userId, invitationId, remarks }): Result => ({
      index,
      outcome,
      link,
      userId,
      user: null,
      invitationId,
      invitation: null,
      errors: remarks.map((remark) => userError(ctx.language, remark.code, pathOf(remark))),
    }),
  ),
  counts,
  userErrors,
});

@Resolver(() => PersonResult)
export class PersonResultResolver {
  @FieldResolver(() => User, { nullable: true })
  async user(@Root() { userId }: Result, @Context() ctx: Ctx): Promise<User | null> {
    if (!userId || !can.seeUsers(ctx.actor)) return null;
    const user = await ctx.loaders.byId(UserRow).load(userId);
    return user && presentUser(ctx, user);
  }

  @FieldResolver(() => Invitation, { nullable: true })
  async invitation(@Root() { invitationId }: Result, @Context() ctx: Ctx): Promise<Invitation | null> {
    if (!invitationId || !(await maySeeInvitation(ctx, invitationId))) return null;
    const invitation = await ctx.loaders.byId(InvitationRow).load(invitationId);
    return invitation && presentInvitation(invitation, ctx.clock.now());
  }
}

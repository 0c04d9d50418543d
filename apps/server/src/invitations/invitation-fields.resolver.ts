import { can } from "@usher/rules/permissions";
import { Company } from "@usher/schema/company";
import { Delivery } from "@usher/schema/delivery";
import { GroupMembership } from "@usher/schema/group";
import { Invitation, loadedInvitationFields as words } from "@usher/schema/invitation";
import { Label } from "@usher/schema/label";
import { ProgramSession } from "@usher/schema/program-session";
import { Team } from "@usher/schema/team";
import { User } from "@usher/schema/user";
import { Ctx as Context, FieldResolver, Resolver, Root } from "type-graphql";
import type { Ctx } from "../context.js";
import { heldName } from "../groups/held-names.js";
import { membershipsOf } from "../groups/memberships.js";
import { deliveryOf } from "../mail/delivery-of.js";
import { ProgramSession as ProgramSessionRow } from "../program-sessions/program-session.entity.js";
import { sessionFacts } from "../program-sessions/session-facts.js";
import { presentUser } from "../users/present-user.js";
import { User as UserRow } from "../users/user.entity.js";
import { InvitationGroup } from "./invitation-group.entity.js";
import { isGiven } from "./is-given.js";
import { mayChangeInvitation, mayHandOverInvitation } from "./may-change-invitation.js";

/** The mails that bring the link. */
const linkMails = ["invitation", "reminder"];

/** What an invitation loads only when it is asked for, for a whole page at once. */
@Resolver(() => Invitation)
export class InvitationFieldsResolver {
  @FieldResolver(() => Company, { nullable: true, description: words.company })
  company(@Root() { companyId }: Invitation, @Context() ctx: Ctx): Promise<Company | null> | null {
    return companyId ? heldName(ctx, "company", companyId) : null;
  }

  @FieldResolver(() => Team, { nullable: true, description: words.team })
  team(@Root() { teamId }: Invitation, @Context() ctx: Ctx): Promise<Team | null> | null {
    return teamId ? heldName(ctx, "team", teamId) : null;
  }

  @FieldResolver(() => Label, { nullable: true, description: words.label })
  label(@Root() { labelId }: Invitation, @Context() ctx: Ctx): Promise<Label | null> | null {
    return labelId ? heldName(ctx, "label", labelId) : null;
  }

  @FieldResolver(() => [GroupMembership], { description: words.groups })
  async groups(@Root() { id }: Invitation, @Context() ctx: Ctx): Promise<GroupMembership[]> {
    const memberships = await membershipsOf(ctx, InvitationGroup, "invitationId", id);
    return memberships.filter(({ group }) => can.seeGroup(ctx.actor, group.id));
  }

  @FieldResolver(() => User, { nullable: true, description: words.inviter })
  inviter(@Root() { inviterId }: Invitation, @Context() ctx: Ctx): Promise<User | null> {
    return loadUser(ctx, inviterId);
  }

  @FieldResolver(() => User, { nullable: true, description: words.acceptedUser })
  acceptedUser(@Root() { acceptedUserId }: Invitation, @Context() ctx: Ctx): Promise<User | null> {
    return loadUser(ctx, acceptedUserId);
  }

  @FieldResolver(() => ProgramSession, { nullable: true, description: words.programSession })
  async programSession(
    @Root() { programSessionId: id }: Invitation,
    @Context() ctx: Ctx,
  ): Promise<ProgramSession | null> {
    const session = id && (await ctx.loaders.byId(ProgramSessionRow).load(id));
    return session && can.seeSession(ctx.actor, await sessionFacts(ctx, session)) ? session : null;
  }

  @FieldResolver(() => Delivery, { nullable: true, description: words.delivery })
  delivery(@Root() { id }: Invitation, @Context() ctx: Ctx): Promise<Delivery | null> {
    return deliveryOf(ctx, id, linkMails);
  }

  @FieldResolver(() => Boolean, { description: words.mayChange })
  mayChange(@Root() { id }: Invitation, @Context() ctx: Ctx): Promise<boolean> {
    return mayChangeInvitation(ctx, id);
  }

  @FieldResolver(() => Boolean, { description: words.isGiven })
  isGiven(@Root() { id }: Invitation, @Context() ctx: Ctx): Promise<boolean> {
    return isGiven(ctx, id);
  }

  @FieldResolver(() => Boolean, { description: words.mayHandOver })
  mayHandOver(@Root() { id }: Invitation, @Context() ctx: Ctx): Promise<boolean> {
    return mayHandOverInvitation(ctx, id);
  }
}

async function loadUser(ctx: Ctx, id: string | null): Promise<User | null> {
  const user = id && (await ctx.loaders.byId(UserRow).load(id));
  return user ? presentUser(ctx, user) : null;
}

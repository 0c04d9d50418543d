import { Company } from "@usher/schema/company";
import { Delivery } from "@usher/schema/delivery";
import { Grant } from "@usher/schema/grant";
import { GroupMembership } from "@usher/schema/group";
import { Identity } from "@usher/schema/identity";
import { Label } from "@usher/schema/label";
import { Permission } from "@usher/schema/permission";
import { Team } from "@usher/schema/team";
import { User, loadedUserFields as words } from "@usher/schema/user";
import { Ctx as Context, FieldResolver, Resolver, Root } from "type-graphql";
import type { Ctx } from "../context.js";
import { GroupMember } from "../groups/group-member.entity.js";
import { heldName } from "../groups/held-names.js";
import { membershipsOf } from "../groups/memberships.js";
import { presentIdentity } from "../identities/present-identity.js";
import { identityRows, mayRead } from "../identities/read-identities.js";
import { deliveryOf } from "../mail/delivery-of.js";
import { grantsOf, permissionsOf } from "../permissions/grants-of.js";
import { maySeeAll, presentUser } from "./present-user.js";
import { User as UserRow } from "./user.entity.js";

/** The mails that open an account. */
const opening = ["activation", "account-created", "credentials"];

/** What a user loads only when it is asked for, for a whole page at once. */
@Resolver(() => User)
export class UserFieldsResolver {
  @FieldResolver(() => Company, { nullable: true, description: words.company })
  company(@Root() { companyId }: User, @Context() ctx: Ctx): Promise<Company | null> | null {
    return companyId ? heldName(ctx, "company", companyId) : null;
  }

  @FieldResolver(() => Team, { nullable: true, description: words.team })
  team(@Root() { teamId }: User, @Context() ctx: Ctx): Promise<Team | null> | null {
    return teamId ? heldName(ctx, "team", teamId) : null;
  }

  @FieldResolver(() => Label, { nullable: true, description: words.label })
  label(@Root() { labelId }: User, @Context() ctx: Ctx): Promise<Label | null> | null {
    return labelId ? heldName(ctx, "label", labelId) : null;
  }

  @FieldResolver(() => User, { nullable: true, description: words.createdBy })
  async createdBy(@Root() { createdById }: User, @Context() ctx: Ctx): Promise<User | null> {
    const creator = createdById ? await ctx.loaders.byId(UserRow).load(createdById) : null;
    return creator && presentUser(ctx, creator);
  }

  @FieldResolver(() => Delivery, { nullable: true, description: words.delivery })
  delivery(@Root() user: User, @Context() ctx: Ctx): Promise<Delivery | null> | null {
    return maySeeAll(ctx, user) ? deliveryOf(ctx, user.id, opening) : null;
  }

  @FieldResolver(() => [GroupMembership], { description: words.groups })
  groups(@Root() user: User, @Context() ctx: Ctx): Promise<GroupMembership[]> | GroupMembership[] {
    return maySeeAll(ctx, user) ? membershipsOf(ctx, GroupMember, "userId", user.id) : [];
  }

  @FieldResolver(() => Identity, { nullable: true, description: words.identity })
  async identity(@Root() { id }: User, @Context() ctx: Ctx): Promise<Identity | null> {
    return mayRead(ctx, id) ? presentIdentity(id, await identityRows(ctx).load(id)) : null;
  }

  @FieldResolver(() => [Permission], { description: words.permissions })
  permissions(@Root() user: User, @Context() ctx: Ctx): Promise<Permission[]> | Permission[] {
    return maySeeAll(ctx, user) ? permissionsOf(ctx, user) : [];
  }

  @FieldResolver(() => [Grant], { description: words.grants })
  async grants(@Root() user: User, @Context() ctx: Ctx): Promise<Grant[]> {
    const grants = maySeeAll(ctx, user) ? await grantsOf(ctx, user) : [];
    return grants.map(({ permission, createdAt, grantedBy }) => ({ permission, createdAt, grantedById: grantedBy }));
  }
}

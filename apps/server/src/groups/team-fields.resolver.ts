import { can } from "@usher/rules/permissions";
import { Team, loadedTeamFields as words } from "@usher/schema/team";
import { User } from "@usher/schema/user";
import { Ctx as Context, FieldResolver, Resolver, Root } from "type-graphql";
import { In } from "typeorm";
import { type Ctx, signedIn } from "../context.js";
import { presentUser } from "../users/present-user.js";
import { User as UserRow } from "../users/user.entity.js";

@Resolver(() => Team)
export class TeamFieldsResolver {
  @FieldResolver(() => User, { nullable: true, description: words.leader })
  async leader(@Root() { leaderEmailKey }: Team, @Context() ctx: Ctx): Promise<User | null> {
    const leader = leaderEmailKey === null ? null : await usersByEmail(ctx).load(leaderEmailKey);
    return leader && presentUser(ctx, leader);
  }

  @FieldResolver(() => String, { nullable: true, description: words.leaderEmail })
  leaderEmail(@Root() { leaderEmailKey }: Team, @Context() ctx: Ctx): string | null {
    return can.seeUsers(ctx.actor) ? leaderEmailKey : null;
  }
}

/** The accounts with these addresses, one read for all that a request asks about. */
const usersByEmail = (ctx: Ctx) =>
  ctx.loaders.named<string, UserRow | null>("users by e-mail", async (emailKeys) => {
    const { workspaceId } = signedIn(ctx);
    const users = await ctx.read.findBy(UserRow, { workspaceId, emailKey: In([...emailKeys]) });
    const byEmail = new Map(users.map((user) => [user.emailKey, user]));
    return emailKeys.map((emailKey) => byEmail.get(emailKey) ?? null);
  });

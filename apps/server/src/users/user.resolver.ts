import { CountUsersArgs, User, UserConnection, UsersArgs } from "@usher/schema/user";
import { Arg, Args, Ctx as Context, ID, Int, Query, Resolver } from "type-graphql";
import type { Ctx } from "../context.js";
import { type KeysetPage, mapPage } from "../db/keyset.js";
import { findUser } from "./find-user.js";
import { countUsers, listUsers } from "./list-users.js";
import { presentUser } from "./present-user.js";

/** The list of users and each of them (F45). */
@Resolver()
export class UserResolver {
  @Query(() => UserConnection, {
    description:
      "Users of the workspace, by name unless ordered. The founder, administrators, holders of MANAGE_USERS.",
  })
  async users(@Args(() => UsersArgs) args: UsersArgs, @Context() ctx: Ctx): Promise<KeysetPage<User>> {
    return mapPage(await listUsers(ctx, args), (user) => presentUser(ctx, user));
  }

  @Query(() => Int, {
    description:
      "Exactly how many users match: the number that a confirmation names. The founder, administrators, holders of MANAGE_USERS.",
  })
  countUsers(@Args(() => CountUsersArgs) { filter }: CountUsersArgs, @Context() ctx: Ctx): Promise<number> {
    return countUsers(ctx, filter);
  }

  @Query(() => User, {
    nullable: true,
    description:
      "One user; NOT_FOUND for an id of another workspace. The founder, administrators, holders of MANAGE_USERS; everyone may read themselves.",
  })
  async user(@Arg("id", () => ID, { description: "A UUID." }) id: string, @Context() ctx: Ctx): Promise<User> {
    return presentUser(ctx, await findUser(ctx, id));
  }
}

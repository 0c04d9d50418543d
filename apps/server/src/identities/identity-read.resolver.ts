import { PageArgs } from "@usher/schema/connection";
import { IdentityRead, IdentityReadConnection, loadedIdentityReadFields as words } from "@usher/schema/identity";
import { User } from "@usher/schema/user";
import { Args, Ctx as Context, FieldResolver, Query, Resolver, Root } from "type-graphql";
import type { Ctx } from "../context.js";
import { type KeysetPage, mapPage } from "../db/keyset.js";
import { presentUser } from "../users/present-user.js";
import { User as UserRow } from "../users/user.entity.js";
import { listIdentityReads } from "./list-identity-reads.js";

@Resolver(() => IdentityRead)
export class IdentityReadResolver {
  @Query(() => IdentityReadConnection, {
    description: "Who read one's own personal information, the latest first. Whoever is signed in.",
  })
  async identityReads(@Args(() => PageArgs) args: PageArgs, @Context() ctx: Ctx): Promise<KeysetPage<IdentityRead>> {
    const page = await listIdentityReads(ctx, args);
    return mapPage(page, ({ id, createdAt, actorId }) => ({ id, at: createdAt, readerId: actorId }));
  }

  @FieldResolver(() => User, { nullable: true, description: words.reader })
  async reader(@Root() { readerId }: IdentityRead, @Context() ctx: Ctx): Promise<User | null> {
    const reader = readerId && (await ctx.loaders.byId(UserRow).load(readerId));
    return reader ? presentUser(ctx, reader) : null;
  }
}

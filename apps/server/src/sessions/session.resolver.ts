import { SignInInput, SignInPayload, SignOutPayload } from "@usher/schema/session";
import { Viewer } from "@usher/schema/viewer";
import { Arg, Ctx as Context, Mutation, Query, Resolver } from "type-graphql";
import type { Ctx } from "../context.js";
import { signIn } from "./sign-in.js";
import { signOut } from "./sign-out.js";
import { viewerOf } from "./viewer.js";

@Resolver()
export class SessionResolver {
  @Query(() => Viewer, { nullable: true, description: "Who is asking; null when signed out. Anyone may ask." })
  viewer(@Context() ctx: Ctx): Promise<Viewer | null> | null {
    return ctx.actor.userId ? viewerOf(ctx, ctx.actor.userId) : null;
  }

  @Mutation(() => SignInPayload, {
    description: "Starts a session, carried by a cookie. Programs use API tokens instead. Anyone may ask.",
  })
  async signIn(@Arg("input", () => SignInInput) input: SignInInput, @Context() ctx: Ctx): Promise<SignInPayload> {
    const { user, continueWith, userErrors } = await signIn(ctx, input);
    return { viewer: user && (await viewerOf(ctx, user.id)), continueWith, userErrors };
  }

  @Mutation(() => SignOutPayload, { description: "Ends this browser's session. Anyone may ask." })
  async signOut(@Context() ctx: Ctx): Promise<SignOutPayload> {
    await signOut(ctx);
    return { userErrors: [] };
  }
}

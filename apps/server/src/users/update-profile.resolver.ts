import { UpdateProfileInput, UpdateProfilePayload } from "@usher/schema/profile";
import { Arg, Ctx as Context, Mutation, Resolver } from "type-graphql";
import type { Ctx } from "../context.js";
import { presentUser } from "./present-user.js";
import { updateProfile } from "./update-profile.js";

@Resolver()
export class UpdateProfileResolver {
  @Mutation(() => UpdateProfilePayload, {
    description: "Changes one's own names, username and language. Whoever is signed in may ask.",
  })
  async updateProfile(
    @Arg("input", () => UpdateProfileInput) input: UpdateProfileInput,
    @Context() ctx: Ctx,
  ): Promise<UpdateProfilePayload> {
    const { user, userErrors } = await updateProfile(ctx, input);
    return { user: user && presentUser(ctx, user), userErrors };
  }
}

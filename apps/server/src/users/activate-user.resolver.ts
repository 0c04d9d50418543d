import { ActivateUserInput, ActivateUserPayload } from "@usher/schema/activate-user";
import { Arg, Ctx as Context, Mutation, Resolver } from "type-graphql";
import type { Ctx } from "../context.js";
import { viewerOf } from "../sessions/viewer.js";
import { activateUser } from "./activate-user.js";

@Resolver()
export class ActivateUserResolver {
  @Mutation(() => ActivateUserPayload, {
    description:
      "Makes a created account its owner's: sets the password, activates it and signs in. Whoever holds the link may ask.",
  })
  async activateUser(
    @Arg("input", () => ActivateUserInput) input: ActivateUserInput,
    @Context() ctx: Ctx,
  ): Promise<ActivateUserPayload> {
    const { user, userErrors } = await activateUser(ctx, input);
    return { viewer: user && (await viewerOf(ctx, user.id)), userErrors };
  }
}

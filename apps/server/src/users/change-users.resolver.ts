import { UpdateUserInput, UpdateUserPayload } from "@usher/schema/user-changes";
import { Arg, Ctx as Context, Mutation, Resolver } from "type-graphql";
import type { Ctx } from "../context.js";
import { presentUser } from "./present-user.js";
import { updateUser } from "./update-user.js";

/** What is done to accounts that exist (F49). */
@Resolver()
export class ChangeUsersResolver {
  @Mutation(() => UpdateUserPayload, {
    description:
      "Changes an account: what is absent stays, null clears. Administrators; the founder's account only the founder. E-mail addresses are changed by `requestEmailChange`.",
  })
  async updateUser(
    @Arg("input", () => UpdateUserInput) input: UpdateUserInput,
    @Context() ctx: Ctx,
  ): Promise<UpdateUserPayload> {
    const { user, userErrors } = await updateUser(ctx, input);
    return { user: user && presentUser(ctx, user), userErrors };
  }
}

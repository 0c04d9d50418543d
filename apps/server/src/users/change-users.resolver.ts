import { UserSelectionInput, UserSelectionPayload } from "@usher/schema/selection";
import { UpdateUserInput, UpdateUserPayload, UpdateUsersInput } from "@usher/schema/user-changes";
import { Arg, Ctx as Context, Mutation, Resolver } from "type-graphql";
import type { Ctx } from "../context.js";
import { deactivateUsers, deleteUsers, reactivateUsers } from "./act-on-users.js";
import { exportUsers } from "./export-users.js";
import { presentUser } from "./present-user.js";
import { updateUser } from "./update-user.js";
import { updateUsers } from "./update-users.js";

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

  @Mutation(() => UserSelectionPayload, {
    description:
      "Makes the same changes to many accounts, never to the founder's. More than 500 go on in the background. Administrators.",
  })
  updateUsers(
    @Arg("input", () => UpdateUsersInput) input: UpdateUsersInput,
    @Context() ctx: Ctx,
  ): Promise<UserSelectionPayload> {
    return updateUsers(ctx, input);
  }

  @Mutation(() => UserSelectionPayload, {
    description:
      "Closes accounts: sessions and links die at once, seats are freed. Never the founder's (NOT_THE_FOUNDER) nor one's own (NOT_ONESELF). More than 500 go on in the background. Administrators.",
  })
  deactivateUsers(
    @Arg("input", () => UserSelectionInput) input: UserSelectionInput,
    @Context() ctx: Ctx,
  ): Promise<UserSelectionPayload> {
    return deactivateUsers(ctx, input);
  }

  @Mutation(() => UserSelectionPayload, {
    description:
      "Opens closed accounts again, as they were; who finds no free seat is refused (SEAT_LIMIT_REACHED). Links that died stay dead. More than 500 go on in the background. Administrators.",
  })
  reactivateUsers(
    @Arg("input", () => UserSelectionInput) input: UserSelectionInput,
    @Context() ctx: Ctx,
  ): Promise<UserSelectionPayload> {
    return reactivateUsers(ctx, input);
  }

  @Mutation(() => UserSelectionPayload, {
    description:
      "Removes accounts and erases their people's data; the audit trail keeps ids only. Never the founder's (NOT_THE_FOUNDER) nor one's own (NOT_ONESELF). More than 500 go on in the background. Administrators.",
  })
  deleteUsers(
    @Arg("input", () => UserSelectionInput) input: UserSelectionInput,
    @Context() ctx: Ctx,
  ): Promise<UserSelectionPayload> {
    return deleteUsers(ctx, input);
  }

  @Mutation(() => UserSelectionPayload, {
    description:
      "Writes users into a CSV file that an import reads back, always in the background: the task's `downloadUrl` serves it for a day, to the session that asked. Administrators.",
  })
  exportUsers(
    @Arg("input", () => UserSelectionInput) input: UserSelectionInput,
    @Context() ctx: Ctx,
  ): Promise<UserSelectionPayload> {
    return exportUsers(ctx, input);
  }
}

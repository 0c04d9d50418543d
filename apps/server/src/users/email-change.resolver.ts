import {
  CancelEmailChangeInput,
  CancelEmailChangePayload,
  ConfirmEmailChangeInput,
  ConfirmEmailChangePayload,
  RequestEmailChangeInput,
  RequestEmailChangePayload,
} from "@usher/schema/email-change";
import { User, loadedUserFields as words } from "@usher/schema/user";
import { Arg, Ctx as Context, FieldResolver, Mutation, Resolver, Root } from "type-graphql";
import type { Ctx } from "../context.js";
import { cancelEmailChange } from "./cancel-email-change.js";
import { confirmEmailChange } from "./confirm-email-change.js";
import { pendingEmailOf } from "./pending-email.js";
import { maySeeAll, presentUser } from "./present-user.js";
import { requestEmailChange } from "./request-email-change.js";

@Resolver(() => User)
export class EmailChangeResolver {
  @FieldResolver(() => String, { nullable: true, description: words.pendingEmail })
  pendingEmail(@Root() user: User, @Context() ctx: Ctx): Promise<string | null> | null {
    return maySeeAll(ctx, user) ? pendingEmailOf(ctx, user.id) : null;
  }

  @Mutation(() => RequestEmailChangePayload, {
    description:
      "Sends a link to a new address, valid for 24 hours; the address is the account's once it is confirmed. Whoever is signed in for themselves; the founder and administrators for others, never for the founder.",
  })
  async requestEmailChange(
    @Arg("input", () => RequestEmailChangeInput) input: RequestEmailChangeInput,
    @Context() ctx: Ctx,
  ): Promise<RequestEmailChangePayload> {
    const { user, ...rest } = await requestEmailChange(ctx, input);
    return { user: user && presentUser(ctx, user), ...rest };
  }

  @Mutation(() => ConfirmEmailChangePayload, {
    description:
      "Makes the new address the account's; the old one is told, and what was sent there before is dead. Whoever holds the link may ask.",
  })
  confirmEmailChange(
    @Arg("input", () => ConfirmEmailChangeInput) { token }: ConfirmEmailChangeInput,
    @Context() ctx: Ctx,
  ): Promise<ConfirmEmailChangePayload> {
    return confirmEmailChange(ctx, token);
  }

  @Mutation(() => CancelEmailChangePayload, {
    description:
      "Withdraws a change of address that is not confirmed yet. Whoever is signed in for themselves; the founder and administrators for others, never for the founder.",
  })
  async cancelEmailChange(
    @Arg("input", () => CancelEmailChangeInput) { userId }: CancelEmailChangeInput,
    @Context() ctx: Ctx,
  ): Promise<CancelEmailChangePayload> {
    return { user: presentUser(ctx, await cancelEmailChange(ctx, userId ?? null)), userErrors: [] };
  }
}

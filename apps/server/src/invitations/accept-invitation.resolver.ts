import { AcceptInvitationInput, AcceptInvitationPayload } from "@usher/schema/invitation";
import { Arg, Ctx as Context, Mutation, Resolver } from "type-graphql";
import type { Ctx } from "../context.js";
import { viewerOf } from "../sessions/viewer.js";
import { acceptInvitation } from "./accept-invitation.js";

@Resolver()
export class AcceptInvitationResolver {
  @Mutation(() => AcceptInvitationPayload, {
    description: "Completes an invitation: makes the account and signs in. Whoever holds the link may ask.",
  })
  async acceptInvitation(
    @Arg("input", () => AcceptInvitationInput) input: AcceptInvitationInput,
    @Context() ctx: Ctx,
  ): Promise<AcceptInvitationPayload> {
    const { user, userErrors } = await acceptInvitation(ctx, input);
    return { viewer: user && (await viewerOf(ctx, user.id)), userErrors };
  }
}

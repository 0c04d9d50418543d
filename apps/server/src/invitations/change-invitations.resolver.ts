import { ChangeInvitationInput, ChangeInvitationPayload } from "@usher/schema/change-invitation";
import { CopyInvitationLinkPayload, InvitationIdInput } from "@usher/schema/invitation";
import { InvitationSelectionInput, InvitationSelectionPayload } from "@usher/schema/selection";
import { Arg, Ctx as Context, Mutation, Resolver } from "type-graphql";
import type { Ctx } from "../context.js";
import { cancelInvitations, resendInvitations } from "./act-on-invitations.js";
import { changeInvitation } from "./change-invitation.js";
import { copyInvitationLink } from "./copy-invitation-link.js";

const actedOn =
  "Those who may add people; administrators of groups those into theirs (by a filter with such a `groupId`; other ids are NOT_FOUND) that promise nothing beyond what they could give (else NOT_ALLOWED).";

/** What is done to invitations that exist (F13, F15, F16). */
@Resolver()
export class ChangeInvitationsResolver {
  @Mutation(() => InvitationSelectionPayload, {
    description: `Withdraws invitations, pending or expired; their links die. More than 500 go on in the background. ${actedOn}`,
  })
  cancelInvitations(
    @Arg("input", () => InvitationSelectionInput) input: InvitationSelectionInput,
    @Context() ctx: Ctx,
  ): Promise<InvitationSelectionPayload> {
    return cancelInvitations(ctx, input);
  }

  @Mutation(() => InvitationSelectionPayload, {
    description: `Renews invitations, pending or expired: a new link, expiry and mail; the old links die. More than 500 go on in the background. Without CAN_BULK_INVITE they count among the 200 people an hour. ${actedOn}`,
  })
  resendInvitations(
    @Arg("input", () => InvitationSelectionInput) input: InvitationSelectionInput,
    @Context() ctx: Ctx,
  ): Promise<InvitationSelectionPayload> {
    return resendInvitations(ctx, input);
  }

  @Mutation(() => ChangeInvitationPayload, {
    description: `Corrects the address of an invitation, or how long it lives. Another address needs that one could grant what the invitation promises (else NOT_ALLOWED). ${actedOn}`,
  })
  changeInvitation(
    @Arg("input", () => ChangeInvitationInput) input: ChangeInvitationInput,
    @Context() ctx: Ctx,
  ): Promise<ChangeInvitationPayload> {
    return changeInvitation(ctx, input);
  }

  @Mutation(() => CopyInvitationLinkPayload, {
    description: `A further link to hand over, with the same expiry; the others stay alive. It needs that one could grant what the invitation promises (else NOT_ALLOWED). ${actedOn}`,
  })
  copyInvitationLink(
    @Arg("input", () => InvitationIdInput) { invitationId }: InvitationIdInput,
    @Context() ctx: Ctx,
  ): Promise<CopyInvitationLinkPayload> {
    return copyInvitationLink(ctx, invitationId);
  }
}

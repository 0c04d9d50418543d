import { MailPreview, PreviewInvitationMailInput } from "@usher/schema/mail";
import { Arg, Ctx as Context, Query, Resolver } from "type-graphql";
import type { Ctx } from "../context.js";
import { previewInvitationMail } from "./preview-invitation-mail.js";

@Resolver()
export class PreviewInvitationMailResolver {
  @Query(() => MailPreview, {
    description:
      "The invitation mail in a language, with the message typed so far, before anyone gets it. Those who may add people may ask.",
  })
  previewInvitationMail(
    @Arg("input", () => PreviewInvitationMailInput) input: PreviewInvitationMailInput,
    @Context() ctx: Ctx,
  ): Promise<MailPreview> {
    return previewInvitationMail(ctx, input);
  }
}

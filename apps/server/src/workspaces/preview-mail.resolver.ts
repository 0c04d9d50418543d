import { MailPreview, PreviewInvitationMailInput, PreviewMailInput } from "@usher/schema/mail";
import { Arg, Ctx as Context, Query, Resolver } from "type-graphql";
import type { Ctx } from "../context.js";
import { previewMail } from "./preview-mail.js";

@Resolver()
export class PreviewMailResolver {
  @Query(() => MailPreview, {
    description:
      "A mail in a language, as the workspace is set now, before anyone gets it. Those who may add people may ask.",
  })
  previewMail(
    @Arg("input", () => PreviewMailInput) input: PreviewMailInput,
    @Context() ctx: Ctx,
  ): Promise<MailPreview> {
    return previewMail(ctx, input);
  }

  @Query(() => MailPreview, {
    description:
      "The invitation mail in a language, with the message typed so far, before anyone gets it. Those who may invite somewhere, and coaches, may ask.",
  })
  previewInvitationMail(
    @Arg("input", () => PreviewInvitationMailInput) input: PreviewInvitationMailInput,
    @Context() ctx: Ctx,
  ): Promise<MailPreview> {
    return previewMail(ctx, { ...input, name: "INVITATION" });
  }
}

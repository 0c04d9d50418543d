import {
  CopyActivationLinkInput,
  CopyActivationLinkPayload,
  CreateUserInput,
  CreateUserPayload,
} from "@usher/schema/create-user";
import { UserSelectionInput, UserSelectionPayload } from "@usher/schema/selection";
import { Arg, Ctx as Context, Mutation, Resolver } from "type-graphql";
import type { Ctx } from "../context.js";
import { copyActivationLink } from "./copy-activation-link.js";
import { createUser } from "./create-user.js";
import { presentUser } from "./present-user.js";
import { sendActivationEmails } from "./send-activation-emails.js";

/** Accounts that are made for people, and the mails that open them (F3, F21 to F25). */
@Resolver()
export class CreateUserResolver {
  @Mutation(() => CreateUserPayload, {
    description:
      "Makes an account at once, PENDING until its owner has acted. An invitation of the same address is closed. " +
      "The founder, administrators and holders of USER_REGISTRATION.",
  })
  async createUser(
    @Arg("input", () => CreateUserInput) input: CreateUserInput,
    @Context() ctx: Ctx,
  ): Promise<CreateUserPayload> {
    const { user, ...rest } = await createUser(ctx, input);
    return { user: user && presentUser(ctx, user), ...rest };
  }

  @Mutation(() => UserSelectionPayload, {
    description:
      "Sends PENDING people the mail to activate their accounts: a new link that lives as long as the workspace says; the old ones die. " +
      "Of people without an e-mail address it goes to the caller. Others are refused with USER_NOT_PENDING. More than 500 go on in the background. " +
      "The founder and administrators; holders of USER_REGISTRATION by ids, for members whom they created.",
  })
  sendActivationEmails(
    @Arg("input", () => UserSelectionInput) input: UserSelectionInput,
    @Arg("toMe", () => Boolean, {
      defaultValue: false,
      description: "True: all of them go to the caller's own address, naming the person, to be handed over.",
    })
    toMe: boolean,
    @Context() ctx: Ctx,
  ): Promise<UserSelectionPayload> {
    return sendActivationEmails(ctx, input, toMe);
  }

  @Mutation(() => CopyActivationLinkPayload, {
    description:
      "A further activation link to hand over. The founder and administrators; holders of USER_REGISTRATION for members whom they created. Nobody gets one to an account that holds more than they do (NOT_ALLOWED).",
  })
  copyActivationLink(
    @Arg("input", () => CopyActivationLinkInput) { userId }: CopyActivationLinkInput,
    @Context() ctx: Ctx,
  ): Promise<CopyActivationLinkPayload> {
    return copyActivationLink(ctx, userId);
  }
}

import {
  ChangePasswordInput,
  ChangePasswordPayload,
  RequestPasswordResetInput,
  RequestPasswordResetPayload,
  ResetPasswordInput,
  ResetPasswordPayload,
  SetTemporaryPasswordInput,
  SetTemporaryPasswordPayload,
} from "@usher/schema/password";
import { Arg, Ctx as Context, Mutation, Resolver } from "type-graphql";
import type { Ctx } from "../context.js";
import { presentUser } from "../users/present-user.js";
import { changePassword } from "./change-password.js";
import { requestPasswordReset } from "./request-password-reset.js";
import { resetPassword } from "./reset-password.js";
import { setTemporaryPassword } from "./set-temporary-password.js";

/** Forgotten, changed and temporary passwords (F23, F24). */
@Resolver()
export class PasswordResolver {
  @Mutation(() => RequestPasswordResetPayload, {
    description:
      "Mails a link to a new password, valid for an hour, to whom the login belongs. The answer and its time are the same for everybody. Anyone may ask.",
  })
  requestPasswordReset(
    @Arg("input", () => RequestPasswordResetInput) input: RequestPasswordResetInput,
    @Context() ctx: Ctx,
  ): Promise<RequestPasswordResetPayload> {
    return requestPasswordReset(ctx, input);
  }

  @Mutation(() => ResetPasswordPayload, {
    description:
      "Sets the password by a link. Ends all sessions of the account and begins none. Whoever holds the link may ask.",
  })
  resetPassword(
    @Arg("input", () => ResetPasswordInput) input: ResetPasswordInput,
    @Context() ctx: Ctx,
  ): Promise<ResetPasswordPayload> {
    return resetPassword(ctx, input);
  }

  @Mutation(() => ChangePasswordPayload, {
    description: "Replaces one's own password. Ends one's other sessions. Whoever is signed in may ask.",
  })
  changePassword(
    @Arg("input", () => ChangePasswordInput) input: ChangePasswordInput,
    @Context() ctx: Ctx,
  ): Promise<ChangePasswordPayload> {
    return changePassword(ctx, input);
  }

  @Mutation(() => SetTemporaryPasswordPayload, {
    description:
      "Gives somebody a password that lives 48 hours and leads to the choice of another. Ends their sessions. The founder and administrators, for others; never for the founder.",
  })
  async setTemporaryPassword(
    @Arg("input", () => SetTemporaryPasswordInput) input: SetTemporaryPasswordInput,
    @Context() ctx: Ctx,
  ): Promise<SetTemporaryPasswordPayload> {
    const { user, ...rest } = await setTemporaryPassword(ctx, input);
    return { user: user && presentUser(ctx, user), ...rest };
  }
}

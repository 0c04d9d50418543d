import type { LanguageCode } from "@usher/rules/language";
import { cleanMessage } from "@usher/rules/message";
import { can } from "@usher/rules/permissions";
import type { MailPreview, PreviewInvitationMailInput } from "@usher/schema/mail";
import { type Ctx, require } from "../context.js";
import { badUserInput } from "../http/refusals.js";
import { layOut } from "../mail/lay-out.js";
import { personName } from "../mail/person-name.js";
import { User } from "../users/user.entity.js";
import { Workspace } from "../workspaces/workspace.entity.js";
import { writeInvitation } from "./invitation-mail.js";

const someone: Record<LanguageCode, string> = { en: "Ann", fr: "Camille", nl: "Sanne" };
/** As long as a real one, and plainly none. */
const noSecret = "this-is-only-a-preview-and-opens-nothing---";

/** The invitation mail as somebody invented would get it from the caller (F64). Throws BAD_USER_INPUT for a message that is too long. */
export async function previewInvitationMail(ctx: Ctx, input: PreviewInvitationMailInput): Promise<MailPreview> {
  const { userId, workspaceId } = require(ctx, can.add(ctx.actor), "the right to add people");
  const message = cleanMessage(input.message ?? "");
  if (!message.ok) throw badUserInput("The message is longer than 2,000 characters.");
  const [workspace, inviter] = await Promise.all([
    ctx.read.findOneByOrFail(Workspace, { id: workspaceId }),
    ctx.read.findOneByOrFail(User, { id: userId }),
  ]);
  const letter = writeInvitation(ctx, input.language, {
    workspace,
    firstName: someone[input.language],
    inviterName: personName(inviter) || null,
    message: message.text || null,
    expiresAt: new Date(ctx.clock.now().getTime() + workspace.invitationLifetimeHours * 3_600_000),
    secret: noSecret,
  });
  return layOut(letter, input.language);
}

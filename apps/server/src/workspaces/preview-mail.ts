import type { LanguageCode } from "@usher/rules/language";
import { cleanMessage } from "@usher/rules/message";
import { can } from "@usher/rules/permissions";
import type { MailPreview, PreviewMailInput } from "@usher/schema/mail";
import { type Ctx, require } from "../context.js";
import { badUserInput } from "../http/refusals.js";
import { layOut } from "../mail/lay-out.js";
import { mailNameOf } from "../mail/mail-name.js";
import { personName } from "../mail/person-name.js";
import { User } from "../users/user.entity.js";
import { Workspace } from "./workspace.entity.js";

const someone: Record<LanguageCode, { firstName: string; lastName: string; email: string }> = {
  en: { firstName: "Ann", lastName: "Lee", email: "ann.lee@example.org" },
  fr: { firstName: "Camille", lastName: "Laurent", email: "camille.laurent@example.org" },
  nl: { firstName: "Sanne", lastName: "Peeters", email: "sanne.peeters@example.org" },
};
/** As long as a real one, and plainly none. */
const noSecret = "this-is-only-a-preview-and-opens-nothing---";

/** A mail as somebody invented would get it from the caller (F64). Throws BAD_USER_INPUT for a message that is too long. */
export async function previewMail(ctx: Ctx, { name, language, message }: PreviewMailInput): Promise<MailPreview> {
  const isAllowed = name === "INVITATION" ? can.previewInvitation(ctx.actor) : can.add(ctx.actor);
  const { userId, workspaceId } = require(ctx, isAllowed, "the right to add people");
  const cleaned = cleanMessage(message ?? "");
  if (!cleaned.ok) throw badUserInput("The message is longer than 2,000 characters.");
  const [workspace, actor, look] = await Promise.all([
    ctx.read.findOneByOrFail(Workspace, { id: workspaceId }),
    ctx.read.findOneByOrFail(User, { id: userId }),
    ctx.mails.lookOf(workspaceId),
  ]);
  const kind = ctx.mails.kinds.find((known) => mailNameOf(known.name) === name);
  if (!kind) throw new Error(`no kind of mail is called ${name}`);
  const letter = kind.sample({
    config: ctx.config,
    clock: ctx.clock,
    language,
    workspace,
    ...someone[language],
    actorName: personName(actor) || null,
    message: cleaned.text || null,
    secret: noSecret,
  });
  return layOut(letter, language, look, "served");
}

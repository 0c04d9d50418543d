import type { LanguageCode } from "@usher/rules/language";
import type { App } from "../context.js";
import type { NewMail } from "../mail/enqueue-mail.js";
import { formatMoment } from "../mail/format-moment.js";
import type { Letter } from "../mail/letter.js";
import { letterWords } from "../mail/letter-words.js";
import type { MailKind } from "../mail/mail-kind.js";
import { personName } from "../mail/person-name.js";
import { rowsById } from "../mail/rows-by-id.js";
import { User } from "../users/user.entity.js";
import { Workspace } from "../workspaces/workspace.entity.js";
import { passwordChangedMailWords } from "./password-changed-mail-words.js";

const kind = "password-changed";

/** Tells the owner of an account that it has a new password; none for who has no address. */
export const passwordChangedMail = (user: User): NewMail[] =>
  user.email === null
    ? []
    : [
        {
          workspaceId: user.workspaceId,
          kind,
          language: user.language,
          toAddress: user.email,
          toName: personName(user),
          subjectId: user.id,
          generation: 0,
          secret: null,
        },
      ];

interface PasswordChangedLetter {
  workspace: Pick<Workspace, "name" | "timeZone">;
  firstName: string | null;
  changedAt: Date;
}

function writePasswordChanged(
  app: Pick<App, "config">,
  language: LanguageCode,
  { workspace, firstName, changedAt }: PasswordChangedLetter,
): Letter {
  const words = passwordChangedMailWords[language];
  const changed = words.changed(workspace.name, formatMoment(changedAt, language, workspace.timeZone));
  return {
    workspace: workspace.name,
    subject: words.subject(workspace.name),
    preview: changed,
    heading: words.heading,
    greeting: letterWords[language].hello(firstName),
    paragraphs: [changed, words.sessions],
    action: { label: words.forgot, address: `${app.config.publicUrl}/forgot-password`, isLink: false },
    notes: [words.unexpected],
  };
}

export const passwordChangedMailKind: MailKind = {
  name: kind,
  sample: ({ config, clock, language, workspace, firstName }) =>
    writePasswordChanged({ config }, language, { workspace, firstName, changedAt: clock.now() }),
  async write(app, read, mails) {
    const subjects = mails.map(({ row }) => row.subjectId);
    const users = await rowsById(read, User, subjects, { id: true, firstName: true });
    const workspaces = await rowsById(
      read,
      Workspace,
      mails.map(({ row }) => row.workspaceId),
    );
    return mails.map(({ row }) => {
      const user = users.get(row.subjectId);
      const workspace = workspaces.get(row.workspaceId);
      if (!user || !workspace) return { withheld: "SUPPRESSED", reason: "The account is gone." };
      const { firstName } = user;
      return writePasswordChanged(app, row.language, { workspace, firstName, changedAt: row.createdAt });
    });
  },
};

import type { LanguageCode } from "@usher/rules/language";
import { deriveUsername } from "@usher/rules/username";
import type { App } from "../context.js";
import { linkAddress } from "../links/make-links.js";
import type { NewMail } from "../mail/enqueue-mail.js";
import { formatMoment } from "../mail/format-moment.js";
import type { Letter } from "../mail/letter.js";
import { letterWords } from "../mail/letter-words.js";
import type { MailKind } from "../mail/mail-kind.js";
import { personName } from "../mail/person-name.js";
import { rowsById } from "../mail/rows-by-id.js";
import { User } from "../users/user.entity.js";
import { Workspace } from "../workspaces/workspace.entity.js";
import { passwordResetMailWords } from "./password-reset-mail-words.js";

const kind = "password-reset";

/** Short, since whoever reads the mailbox may use it. */
export const passwordResetLifetime = 60 * 60_000;

/** The mail that brings the link to a new password; none for who has no address. `secret`: the link's. */
export const passwordResetMail = (user: User, secret: string): NewMail[] =>
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
          generation: user.generation,
          secret,
        },
      ];

interface PasswordResetLetter {
  workspace: Pick<Workspace, "name" | "timeZone">;
  firstName: string | null;
  username: string | null;
  expiresAt: Date;
  secret: string;
}

function writePasswordReset(
  app: Pick<App, "config">,
  language: LanguageCode,
  { workspace, firstName, username, expiresAt, secret }: PasswordResetLetter,
): Letter {
  const words = passwordResetMailWords[language];
  const until = formatMoment(expiresAt, language, workspace.timeZone);
  return {
    workspace: workspace.name,
    subject: words.subject(workspace.name),
    preview: words.expiry(until),
    heading: words.heading,
    greeting: letterWords[language].hello(firstName),
    paragraphs: [words.asked(workspace.name), ...(username ? [words.username(username)] : [])],
    action: { label: words.choose, address: linkAddress(app, "PASSWORD_RESET", secret), isLink: true },
    notes: [words.expiry(until), words.unexpected],
  };
}

const expiryFrom = (asked: Date): Date => new Date(asked.getTime() + passwordResetLifetime);

export const passwordResetMailKind: MailKind = {
  name: kind,
  sample: ({ config, clock, language, workspace, firstName, email, secret }) =>
    writePasswordReset({ config }, language, {
      workspace,
      firstName,
      username: deriveUsername(email),
      expiresAt: expiryFrom(clock.now()),
      secret,
    }),
  async write(app, read, mails) {
    const select = { id: true, status: true, generation: true, firstName: true, username: true } as const;
    const subjects = mails.map(({ row }) => row.subjectId);
    const users = await rowsById(read, User, subjects, select);
    const workspaces = await rowsById(
      read,
      Workspace,
      mails.map(({ row }) => row.workspaceId),
    );
    const now = app.clock.now().getTime();
    return mails.map(({ row, secret }) => {
      const user = users.get(row.subjectId);
      const workspace = workspaces.get(row.workspaceId);
      if (!user || !workspace || user.status !== "ACTIVE" || secret === null)
        return { withheld: "SUPPRESSED", reason: "The account is closed." };
      if (user.generation !== row.generation)
        return { withheld: "SUPPRESSED", reason: "The password was set meanwhile." };
      const expiresAt = expiryFrom(row.createdAt);
      if (expiresAt.getTime() <= now)
        return { withheld: "FAILED", reason: "The link expired before the mail could be sent." };
      const { firstName, username } = user;
      return writePasswordReset(app, row.language, { workspace, firstName, username, expiresAt, secret });
    });
  },
};

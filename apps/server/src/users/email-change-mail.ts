import type { LanguageCode } from "@usher/rules/language";
import type { App } from "../context.js";
import { linkAddress } from "../links/make-links.js";
import type { NewMail } from "../mail/enqueue-mail.js";
import { formatMoment } from "../mail/format-moment.js";
import type { Letter } from "../mail/letter.js";
import { letterWords } from "../mail/letter-words.js";
import type { MailKind } from "../mail/mail-kind.js";
import { personName } from "../mail/person-name.js";
import { rowsById } from "../mail/rows-by-id.js";
import { Workspace } from "../workspaces/workspace.entity.js";
import { EmailChange } from "./email-change.entity.js";
import { emailChangeMailWords } from "./email-change-mail-words.js";
import { User } from "./user.entity.js";

const kind = "email-change";

/** For the owner of the new address to confirm it. */
export const emailChangeLifetime = 24 * 60 * 60_000;

/** The mail that asks the owner of a new address to confirm it. `secret`: the link's. */
export const emailChangeMail = (user: User, change: EmailChange, secret: string): NewMail => ({
  workspaceId: user.workspaceId,
  kind,
  language: user.language,
  toAddress: change.email,
  toName: personName(user),
  subjectId: change.id,
  generation: change.generation,
  secret,
});

interface EmailChangeLetter {
  workspace: Pick<Workspace, "name" | "timeZone">;
  firstName: string | null;
  email: string;
  expiresAt: Date;
  secret: string;
}

function writeEmailChange(
  app: Pick<App, "config">,
  language: LanguageCode,
  { workspace, firstName, email, expiresAt, secret }: EmailChangeLetter,
): Letter {
  const words = emailChangeMailWords[language];
  const until = formatMoment(expiresAt, language, workspace.timeZone);
  return {
    workspace: workspace.name,
    subject: words.subject(workspace.name),
    preview: words.expiry(until),
    heading: words.heading,
    greeting: letterWords[language].hello(firstName),
    paragraphs: [words.asked(workspace.name, email)],
    action: { label: words.confirm, address: linkAddress(app, "EMAIL_CHANGE", secret), isLink: true },
    notes: [words.expiry(until), words.unexpected],
  };
}

export const emailChangeMailKind: MailKind = {
  name: kind,
  sample: ({ config, clock, language, workspace, firstName, email, secret }) =>
    writeEmailChange({ config }, language, {
      workspace,
      firstName,
      email,
      expiresAt: new Date(clock.now().getTime() + emailChangeLifetime),
      secret,
    }),
  async write(app, read, mails) {
    const subjects = mails.map(({ row }) => row.subjectId);
    const changes = await rowsById(read, EmailChange, subjects);
    const owners = [...changes.values()].map(({ userId }) => userId);
    const users = await rowsById(read, User, owners, { id: true, generation: true, firstName: true });
    const workspaces = await rowsById(
      read,
      Workspace,
      mails.map(({ row }) => row.workspaceId),
    );
    const now = app.clock.now();
    return mails.map(({ row, secret }) => {
      const change = changes.get(row.subjectId);
      const user = users.get(change?.userId ?? "");
      const workspace = workspaces.get(row.workspaceId);
      const isOpen = change?.state === "OPEN" && user?.generation === change.userGeneration;
      if (!change || !user || !workspace || !isOpen || secret === null)
        return { withheld: "SUPPRESSED", reason: "The address is no longer to be changed." };
      if (change.generation !== row.generation)
        return { withheld: "SUPPRESSED", reason: "Another address was asked for." };
      const { email, expiresAt } = change;
      if (expiresAt <= now) return { withheld: "FAILED", reason: "The link expired before the mail could be sent." };
      const { firstName } = user;
      return writeEmailChange(app, row.language, { workspace, firstName, email, expiresAt, secret });
    });
  },
};

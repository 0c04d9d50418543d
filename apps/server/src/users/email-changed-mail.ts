import { maskEmail } from "@usher/rules/email";
import type { LanguageCode } from "@usher/rules/language";
import type { NewMail } from "../mail/enqueue-mail.js";
import type { Letter } from "../mail/letter.js";
import { letterWords } from "../mail/letter-words.js";
import type { MailKind } from "../mail/mail-kind.js";
import { personName } from "../mail/person-name.js";
import { rowsById } from "../mail/rows-by-id.js";
import { Workspace } from "../workspaces/workspace.entity.js";
import { emailChangedMailWords } from "./email-changed-mail-words.js";
import { User } from "./user.entity.js";

const kind = "email-changed";

/** Tells the address that an account had until now; none where it had none. `user` as it was before. */
export const emailChangedMail = (user: User): NewMail[] =>
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

interface EmailChangedLetter {
  workspace: Pick<Workspace, "name">;
  firstName: string | null;
  /** Whoever reads the old mailbox need not learn the new address. */
  emailMasked: string;
}

function writeEmailChanged(language: LanguageCode, { workspace, firstName, emailMasked }: EmailChangedLetter): Letter {
  const words = emailChangedMailWords[language];
  const changed = words.changed(workspace.name, emailMasked);
  return {
    workspace: workspace.name,
    subject: words.subject(workspace.name),
    preview: changed,
    heading: words.heading,
    greeting: letterWords[language].hello(firstName),
    paragraphs: [changed, words.consequence],
    notes: [words.unexpected],
  };
}

export const emailChangedMailKind: MailKind = {
  name: kind,
  sample: ({ language, workspace, firstName, email }) =>
    writeEmailChanged(language, { workspace, firstName, emailMasked: maskEmail(email) }),
  async write(_app, read, mails) {
    const subjects = mails.map(({ row }) => row.subjectId);
    const users = await rowsById(read, User, subjects, { id: true, firstName: true, email: true });
    const workspaces = await rowsById(
      read,
      Workspace,
      mails.map(({ row }) => row.workspaceId),
    );
    return mails.map(({ row }) => {
      const user = users.get(row.subjectId);
      const workspace = workspaces.get(row.workspaceId);
      if (!user || !workspace || user.email === null) return { withheld: "SUPPRESSED", reason: "The account is gone." };
      const emailMasked = maskEmail(user.email);
      return writeEmailChanged(row.language, { workspace, firstName: user.firstName, emailMasked });
    });
  },
};

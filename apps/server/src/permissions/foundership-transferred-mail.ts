import type { LanguageCode } from "@usher/rules/language";
import type { App } from "../context.js";
import type { NewMail } from "../mail/enqueue-mail.js";
import type { Letter } from "../mail/letter.js";
import { letterWords } from "../mail/letter-words.js";
import type { MailKind } from "../mail/mail-kind.js";
import { personName } from "../mail/person-name.js";
import { rowsById } from "../mail/rows-by-id.js";
import { User } from "../users/user.entity.js";
import { Workspace } from "../workspaces/workspace.entity.js";
import { foundershipTransferredMailWords } from "./foundership-transferred-mail-words.js";

const kind = "foundership-transferred";

/** Tells the former or the new founder that the workspace has changed hands; none for who has no address. */
export const foundershipTransferredMail = (user: User): NewMail[] =>
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

interface FoundershipTransferredLetter {
  workspace: Pick<Workspace, "name">;
  firstName: string | null;
  /** The new founder's name or login; null in the new founder's own. */
  founder: string | null;
}

function writeFoundershipTransferred(
  app: Pick<App, "config">,
  language: LanguageCode,
  { workspace, firstName, founder }: FoundershipTransferredLetter,
): Letter {
  const { mine, theirs, open } = foundershipTransferredMailWords[language];
  const told = founder === null ? mine.told(workspace.name) : theirs.told(workspace.name, founder);
  const { subject, heading, means } = founder === null ? mine : theirs;
  return {
    workspace: workspace.name,
    subject: subject(workspace.name),
    preview: told,
    heading,
    greeting: letterWords[language].hello(firstName),
    paragraphs: [told, means],
    action: { label: open(workspace.name), address: app.config.publicUrl, isLink: false },
    notes: founder === null ? [] : [theirs.unexpected],
  };
}

export const foundershipTransferredMailKind: MailKind = {
  name: kind,
  sample: ({ config, language, workspace, firstName }) =>
    writeFoundershipTransferred({ config }, language, { workspace, firstName, founder: null }),
  async write(app, read, mails) {
    const workspaces = await rowsById(
      read,
      Workspace,
      mails.map(({ row }) => row.workspaceId),
    );
    const founderIds = [...workspaces.values()].map(({ founderId }) => founderId);
    const users = await rowsById(read, User, [...mails.map(({ row }) => row.subjectId), ...founderIds]);
    return mails.map(({ row }) => {
      const user = users.get(row.subjectId);
      const workspace = workspaces.get(row.workspaceId);
      const founder = users.get(workspace?.founderId ?? "");
      if (!user || !workspace || !founder || user.status !== "ACTIVE")
        return { withheld: "SUPPRESSED", reason: "The account is closed." };
      return writeFoundershipTransferred(app, row.language, {
        workspace,
        firstName: user.firstName,
        // who handed it on before this mail went out reads who has it now
        founder: founder.id === user.id ? null : nameOf(founder),
      });
    });
  },
};

const nameOf = (user: User): string => personName(user) || user.email || user.username || "";

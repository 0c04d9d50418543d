import type { LanguageCode } from "@usher/rules/language";
import type { App } from "../context.js";
import type { NewMail } from "../mail/enqueue-mail.js";
import { formatDay } from "../mail/format-day.js";
import type { Letter } from "../mail/letter.js";
import { letterWords } from "../mail/letter-words.js";
import type { MailKind } from "../mail/mail-kind.js";
import { personName } from "../mail/person-name.js";
import { rowsById } from "../mail/rows-by-id.js";
import { addDays, todayIn } from "../workspaces/today.js";
import { Workspace } from "../workspaces/workspace.entity.js";
import { deletionNoticeMailWords } from "./deletion-notice-mail-words.js";
import type { HeldUser } from "./hold-users.js";
import { User } from "./user.entity.js";

export const deletionNoticeKind = "deletion-notice";

/** Tells somebody on which day their account is deleted (F48); none for who has no address, or is closed out already. */
export const deletionNoticeMail = (workspaceId: string, user: HeldUser): NewMail[] =>
  user.email === null || user.status === "DEACTIVATED"
    ? []
    : [
        {
          workspaceId,
          kind: deletionNoticeKind,
          language: user.language,
          toAddress: user.email,
          toName: personName(user),
          subjectId: user.id,
          generation: 0,
          secret: null,
        },
      ];

interface DeletionNotice {
  workspace: Pick<Workspace, "name">;
  firstName: string | null;
  deletionDate: string;
}

function writeDeletionNotice(
  app: Pick<App, "config">,
  language: LanguageCode,
  { workspace, firstName, deletionDate }: DeletionNotice,
): Letter {
  const words = deletionNoticeMailWords[language];
  const planned = words.planned(workspace.name, formatDay(deletionDate, language));
  return {
    workspace: workspace.name,
    subject: words.subject(workspace.name),
    preview: planned,
    heading: words.heading,
    greeting: letterWords[language].hello(firstName),
    paragraphs: [planned, words.erased],
    action: { label: words.open(workspace.name), address: app.config.publicUrl, isLink: false },
    notes: [words.mistaken],
  };
}

export const deletionNoticeMailKind: MailKind = {
  name: deletionNoticeKind,
  sample: ({ config, clock, language, workspace, firstName }) =>
    writeDeletionNotice({ config }, language, {
      workspace,
      firstName,
      deletionDate: addDays(todayIn(workspace.timeZone, clock.now()), 7),
    }),
  async write(app, read, mails) {
    const subjects = mails.map(({ row }) => row.subjectId);
    const known = { id: true, firstName: true, status: true, deletionDate: true, deletionAnnouncedFor: true } as const;
    const users = await rowsById(read, User, subjects, known);
    const workspaces = await rowsById(
      read,
      Workspace,
      mails.map(({ row }) => row.workspaceId),
    );
    return mails.map(({ row }) => {
      const user = users.get(row.subjectId);
      const workspace = workspaces.get(row.workspaceId);
      if (!user || !workspace || user.status === "DEACTIVATED")
        return { withheld: "SUPPRESSED", reason: "The account is closed." };
      const { firstName, deletionDate } = user;
      // moved or taken away since: a new date is announced by a mail of its own
      if (deletionDate === null || deletionDate !== user.deletionAnnouncedFor)
        return { withheld: "SUPPRESSED", reason: "The deletion date has changed." };
      return writeDeletionNotice(app, row.language, { workspace, firstName, deletionDate });
    });
  },
};

import type { LanguageCode } from "@usher/rules/language";
import { Invitation } from "../invitations/invitation.entity.js";
import type { NewMail } from "../mail/enqueue-mail.js";
import { formatMoment } from "../mail/format-moment.js";
import type { Letter } from "../mail/letter.js";
import { letterWords } from "../mail/letter-words.js";
import type { MailKind } from "../mail/mail-kind.js";
import { personName } from "../mail/person-name.js";
import { rowsById } from "../mail/rows-by-id.js";
import { User } from "../users/user.entity.js";
import { Workspace } from "../workspaces/workspace.entity.js";
import { answerPages } from "./answer-pages.js";
import { newLinkAskedMailWords } from "./new-link-asked-mail-words.js";

const kind = "new-link-asked";

/** Tells `told` that somebody asks for a new link (F18). It is about the asker: their next link makes it pointless. */
export const newLinkAskedMail = (
  told: Pick<User, "workspaceId" | "language" | "firstName" | "lastName">,
  toAddress: string,
  asker: { id: string; generation: number },
): NewMail => ({
  workspaceId: told.workspaceId,
  kind,
  language: told.language,
  toAddress,
  toName: personName(told),
  subjectId: asker.id,
  generation: asker.generation,
  secret: null,
});

interface NewLinkAskedLetter {
  workspace: Pick<Workspace, "name" | "timeZone">;
  /** Of whoever is told. */
  toName: string;
  /** Name, address or username: what those who added the person know them by. */
  asker: string;
  expiredAt: Date;
  address: string;
  isToBeInvited: boolean;
}

function writeNewLinkAsked(
  language: LanguageCode,
  { workspace, toName, asker, expiredAt, address, isToBeInvited }: NewLinkAskedLetter,
): Letter {
  const words = newLinkAskedMailWords[language];
  const whatToDo = isToBeInvited ? words.inviteAgain : words.whatToDo;
  return {
    workspace: workspace.name,
    subject: words.subject(asker),
    preview: whatToDo,
    heading: words.subject(asker),
    greeting: letterWords[language].hello(toName || null),
    paragraphs: [words.expired(asker, workspace.name, formatMoment(expiredAt, language, workspace.timeZone)), whatToDo],
    action: { label: words.open, address, isLink: false },
    notes: [words.once],
  };
}

interface Asker {
  status: string;
  generation: number;
  name: string;
  expiredAt: Date | null;
}

export const newLinkAskedMailKind: MailKind = {
  name: kind,
  sample: ({ config, clock, language, workspace, firstName, lastName, email, actorName }) =>
    writeNewLinkAsked(language, {
      workspace,
      toName: actorName ?? "",
      asker: nameOf({ firstName, lastName, email, username: null }),
      expiredAt: clock.now(),
      address: `${config.publicUrl}/users/invitations`,
      isToBeInvited: false,
    }),
  async write(app, read, mails) {
    const ids = mails.map(({ row }) => row.subjectId);
    const workspaces = await rowsById(
      read,
      Workspace,
      mails.map(({ row }) => row.workspaceId),
    );
    const [invitations, users] = [await rowsById(read, Invitation, ids), await rowsById(read, User, ids)];
    const pages = await answerPages(read, [...invitations.values()]);
    return mails.map(({ row }) => {
      const asker = askerOf(invitations.get(row.subjectId) ?? null, users.get(row.subjectId) ?? null);
      const workspace = workspaces.get(row.workspaceId);
      if (!asker || !workspace) return { withheld: "SUPPRESSED", reason: "The person is gone." };
      const page = pages.get(row.subjectId) ?? { path: `/users/${row.subjectId}`, isToBeInvited: false };
      const isAnswered = asker.status !== "PENDING" || asker.generation !== row.generation;
      if (isAnswered) return { withheld: "SUPPRESSED", reason: "The person needs no new link any more." };
      return writeNewLinkAsked(row.language, {
        workspace,
        toName: row.toName,
        asker: asker.name,
        expiredAt: asker.expiredAt ?? app.clock.now(),
        address: `${app.config.publicUrl}${page.path}`,
        isToBeInvited: page.isToBeInvited,
      });
    });
  },
};

function askerOf(invitation: Invitation | null, user: User | null): Asker | null {
  if (invitation) {
    const { status, generation, expiresAt: expiredAt } = invitation;
    return { status, generation, expiredAt, name: nameOf(invitation) };
  }
  if (!user) return null;
  const { status, generation, activationExpiresAt: expiredAt } = user;
  return { status, generation, expiredAt, name: nameOf(user) };
}

const nameOf = (person: Pick<User, "firstName" | "lastName" | "email" | "username">): string =>
  personName(person) || person.email || person.username || "";

import type { LanguageCode } from "@usher/rules/language";
import { In } from "typeorm";
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
import { foundershipOfferedMailWords } from "./foundership-offered-mail-words.js";
import { FoundershipTransfer } from "./foundership-transfer.entity.js";

const kind = "foundership-offered";

/** How long an offer can be confirmed. */
export const transferLifetime = 7 * 24 * 60 * 60_000;

type Told = Pick<User, "id" | "workspaceId" | "language" | "email" | "firstName" | "lastName">;

/** Asks somebody whether they want to be the founder; none for who has no address. The link holds no secret: they sign in to answer. */
export const foundershipOfferedMail = (user: Told): NewMail[] =>
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

interface FoundershipOfferedLetter {
  workspace: Pick<Workspace, "name" | "timeZone">;
  firstName: string | null;
  founderName: string | null;
  expiresAt: Date;
}

function writeFoundershipOffered(
  app: Pick<App, "config">,
  language: LanguageCode,
  { workspace, firstName, founderName, expiresAt }: FoundershipOfferedLetter,
): Letter {
  const words = foundershipOfferedMailWords[language];
  const offered = words.offered(workspace.name, founderName);
  return {
    workspace: workspace.name,
    subject: words.subject(workspace.name),
    preview: offered,
    heading: words.heading,
    greeting: letterWords[language].hello(firstName),
    paragraphs: [offered, words.means],
    action: { label: words.open, address: `${app.config.publicUrl}/permissions/transfer`, isLink: false },
    notes: [words.expiry(formatMoment(expiresAt, language, workspace.timeZone)), words.nothingBefore],
  };
}

export const foundershipOfferedMailKind: MailKind = {
  name: kind,
  sample: ({ config, clock, language, workspace, firstName, actorName }) =>
    writeFoundershipOffered({ config }, language, {
      workspace,
      firstName,
      founderName: actorName,
      expiresAt: new Date(clock.now().getTime() + transferLifetime),
    }),
  async write(app, read, mails) {
    const workspaceIds = [...new Set(mails.map(({ row }) => row.workspaceId))];
    const offers = await read.findBy(FoundershipTransfer, { workspaceId: In(workspaceIds) });
    const userIds = [...mails.map(({ row }) => row.subjectId), ...offers.map(({ fromId }) => fromId)];
    const users = await rowsById(read, User, userIds, { id: true, firstName: true, lastName: true });
    const workspaces = await rowsById(read, Workspace, workspaceIds);
    const now = app.clock.now();
    return mails.map(({ row }) => {
      const user = users.get(row.subjectId);
      const workspace = workspaces.get(row.workspaceId);
      const offer = offers.find(({ workspaceId, toId }) => workspaceId === row.workspaceId && toId === row.subjectId);
      if (!user || !workspace || !offer) return { withheld: "SUPPRESSED", reason: "The offer is closed." };
      if (offer.createdAt > row.createdAt)
        return { withheld: "SUPPRESSED", reason: "A newer mail has replaced this one." };
      const { expiresAt } = offer;
      if (expiresAt <= now) return { withheld: "FAILED", reason: "The offer expired before the mail could be sent." };
      const founder = users.get(offer.fromId);
      const founderName = (founder && personName(founder)) || null;
      return writeFoundershipOffered(app, row.language, {
        workspace,
        firstName: user.firstName,
        founderName,
        expiresAt,
      });
    });
  },
};

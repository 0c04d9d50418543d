import { identityFields } from "@usher/rules/identity-fields";
import type { LanguageCode } from "@usher/rules/language";
import { In } from "typeorm";
import type { App } from "../context.js";
import type { NewMail } from "../mail/enqueue-mail.js";
import type { Letter } from "../mail/letter.js";
import { letterWords } from "../mail/letter-words.js";
import type { MailKind } from "../mail/mail-kind.js";
import { personName } from "../mail/person-name.js";
import { rowsById } from "../mail/rows-by-id.js";
import { User } from "../users/user.entity.js";
import { Workspace } from "../workspaces/workspace.entity.js";
import { Identity } from "./identity.entity.js";
import { openReasons } from "./identity-box.js";
import { identityDecidedMailWords } from "./identity-decided-mail-words.js";

type Kind = "identity-validated" | "identity-rejected";
type Addressee = Pick<User, "id" | "workspaceId" | "language" | "email" | "firstName" | "lastName" | "status">;

/** Tells somebody what became of their identity (F60); none for who has no address, or has not acted on the account yet. */
export const identityDecidedMail = (user: Addressee, kind: Kind): NewMail[] =>
  user.email === null || user.status !== "ACTIVE"
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

interface About {
  workspace: Pick<Workspace, "name">;
  firstName: string | null;
}

/** Fields are named, values and reasons are not: a mail is read by many machines on its way. */
function writeRejected(
  { config }: Pick<App, "config">,
  language: LanguageCode,
  { workspace, firstName }: About,
  fields: readonly string[],
): Letter {
  const { rejected, privacy, fields: names } = identityDecidedMailWords[language];
  return {
    workspace: workspace.name,
    subject: rejected.subject(workspace.name),
    preview: rejected.heading,
    heading: rejected.heading,
    greeting: letterWords[language].hello(firstName),
    paragraphs: [rejected.text(workspace.name)],
    list: fields.map((field) => names[field] ?? field),
    action: { label: rejected.action, address: `${config.publicUrl}/my-registration`, isLink: false },
    notes: [rejected.kept, privacy],
  };
}

function writeValidated(
  { config }: Pick<App, "config">,
  language: LanguageCode,
  { workspace, firstName }: About,
): Letter {
  const { validated } = identityDecidedMailWords[language];
  return {
    workspace: workspace.name,
    subject: validated.subject(workspace.name),
    preview: validated.heading,
    heading: validated.heading,
    greeting: letterWords[language].hello(firstName),
    paragraphs: [validated.text(workspace.name)],
    action: { label: validated.open(workspace.name), address: config.publicUrl, isLink: false },
    notes: [],
  };
}

/** What a mail is withheld for: it would tell what is not so any more. */
const overtaken = { withheld: "SUPPRESSED", reason: "The registration stands otherwise by now." } as const;

const kindOf = (name: Kind, status: Identity["status"], sample: MailKind["sample"]): MailKind => ({
  name,
  sample,
  async write(app, read, mails) {
    const userIds = [...new Set(mails.map(({ row }) => row.subjectId))];
    const users = await rowsById(read, User, userIds, { id: true, firstName: true, status: true });
    const workspaces = await rowsById(
      read,
      Workspace,
      mails.map(({ row }) => row.workspaceId),
    );
    const identities = new Map((await read.findBy(Identity, { id: In(userIds) })).map((row) => [row.id, row]));
    return mails.map(({ row }) => {
      const user = users.get(row.subjectId);
      const workspace = workspaces.get(row.workspaceId);
      const identity = identities.get(row.subjectId);
      if (!user || !workspace || user.status !== "ACTIVE")
        return { withheld: "SUPPRESSED", reason: "The account is closed." };
      if (identity?.status !== status) return overtaken;
      const about = { workspace, firstName: user.firstName };
      if (status === "VALIDATED") return writeValidated(app, row.language, about);
      // corrected and rejected again since: a later mail tells of that
      if (identity.decidedAt && identity.decidedAt > row.createdAt) return overtaken;
      const reasons = openReasons(app, user.id, identity.sealedReasons);
      return writeRejected(
        app,
        row.language,
        about,
        reasons.map(({ field }) => field),
      );
    });
  },
});

export const identityMailKinds: readonly MailKind[] = [
  kindOf("identity-validated", "VALIDATED", ({ config, language, workspace, firstName }) =>
    writeValidated({ config }, language, { workspace, firstName }),
  ),
  kindOf("identity-rejected", "REJECTED", ({ config, language, workspace, firstName }) =>
    writeRejected({ config }, language, { workspace, firstName }, identityFields.slice(0, 3)),
  ),
];

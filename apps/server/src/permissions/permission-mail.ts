import type { LanguageCode } from "@usher/rules/language";
import { type Permission, permissions } from "@usher/rules/permissions";
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
import { Grant } from "./grant.entity.js";
import { permissionMailWords } from "./permission-mail-words.js";

type Change = "granted" | "revoked";

/** Which permission a mail is about is told by its kind: a mail's row holds nothing else that could say so. */
const kindOf = (change: Change, permission: Permission) => `permission-${change}:${permission}`;

type Told = Pick<User, "id" | "workspaceId" | "status" | "language" | "email" | "firstName" | "lastName">;

/** Tells somebody that a permission was given to them or taken back; none for who has no address, or cannot sign in. */
export const permissionMail = (change: Change, user: Told, permission: Permission): NewMail[] =>
  user.email === null || user.status !== "ACTIVE"
    ? []
    : [
        {
          workspaceId: user.workspaceId,
          kind: kindOf(change, permission),
          language: user.language,
          toAddress: user.email,
          toName: personName(user),
          subjectId: user.id,
          generation: 0,
          secret: null,
        },
      ];

interface PermissionLetter {
  workspace: Pick<Workspace, "name">;
  firstName: string | null;
  permission: Permission;
}

function writeGranted(
  app: Pick<App, "config">,
  language: LanguageCode,
  { workspace, firstName, permission }: PermissionLetter,
): Letter {
  const { granted, open, ask } = permissionMailWords[language];
  const name = permission.toLowerCase();
  return {
    workspace: workspace.name,
    subject: granted.subject(workspace.name),
    preview: granted.allows[permission],
    heading: granted.heading(name),
    greeting: letterWords[language].hello(firstName),
    paragraphs: [granted.told(name, workspace.name), granted.allows[permission]],
    action: { label: open(workspace.name), address: app.config.publicUrl, isLink: false },
    notes: [granted.atOnce, ask],
  };
}

function writeRevoked(
  app: Pick<App, "config">,
  language: LanguageCode,
  { workspace, firstName, permission }: PermissionLetter,
): Letter {
  const { revoked, open, ask } = permissionMailWords[language];
  const name = permission.toLowerCase();
  return {
    workspace: workspace.name,
    subject: revoked.subject(workspace.name),
    preview: revoked.closes[permission],
    heading: revoked.heading(name),
    greeting: letterWords[language].hello(firstName),
    paragraphs: [revoked.told(name, workspace.name), revoked.closes[permission]],
    action: { label: open(workspace.name), address: app.config.publicUrl, isLink: false },
    notes: [revoked.atOnce, ask],
  };
}

const letters = { granted: writeGranted, revoked: writeRevoked };

const permissionMailKind = (change: Change, permission: Permission): MailKind => ({
  name: kindOf(change, permission),
  sample: ({ config, language, workspace, firstName }) =>
    letters[change]({ config }, language, { workspace, firstName, permission }),
  async write(app, read, mails) {
    const userIds = [...new Set(mails.map(({ row }) => row.subjectId))];
    const users = await rowsById(read, User, userIds, { id: true, status: true, userType: true, firstName: true });
    const grants = await read.findBy(Grant, { userId: In(userIds), permission });
    const workspaces = await rowsById(
      read,
      Workspace,
      mails.map(({ row }) => row.workspaceId),
    );
    return mails.map(({ row }) => {
      const user = users.get(row.subjectId);
      const workspace = workspaces.get(row.workspaceId);
      if (!user || !workspace || user.status !== "ACTIVE")
        return { withheld: "SUPPRESSED", reason: "The account is closed." };
      if (user.userType === "FOUNDER")
        return { withheld: "SUPPRESSED", reason: "The person is the founder by now, and holds all permissions." };
      const grant = grants.find(({ userId }) => userId === user.id);
      if (change === "revoked" && grant)
        return { withheld: "SUPPRESSED", reason: "The permission was given again meanwhile." };
      if (change === "granted" && !grant)
        return { withheld: "SUPPRESSED", reason: "The permission was taken back meanwhile." };
      // taken back and given again: that has a mail of its own
      if (change === "granted" && grant && grant.createdAt > row.createdAt)
        return { withheld: "SUPPRESSED", reason: "A newer mail has replaced this one." };
      return letters[change](app, row.language, { workspace, firstName: user.firstName, permission });
    });
  },
});

export const permissionMailKinds: readonly MailKind[] = permissions.flatMap((permission) => [
  permissionMailKind("granted", permission),
  permissionMailKind("revoked", permission),
]);

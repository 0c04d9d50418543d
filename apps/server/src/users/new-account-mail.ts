import type { LanguageCode } from "@usher/rules/language";
import { deriveUsername } from "@usher/rules/username";
import type { App } from "../context.js";
import { expiryAfter } from "../invitations/lifetime.js";
import { linkAddress } from "../links/make-links.js";
import type { NewMail } from "../mail/enqueue-mail.js";
import { formatMoment } from "../mail/format-moment.js";
import type { Letter } from "../mail/letter.js";
import { letterWords } from "../mail/letter-words.js";
import type { MailKind, Written } from "../mail/mail-kind.js";
import { personName } from "../mail/person-name.js";
import { rowsById } from "../mail/rows-by-id.js";
import { Workspace } from "../workspaces/workspace.entity.js";
import { mirrorDelivery } from "./mirror-delivery.js";
import { newAccountMailWords } from "./new-account-mail-words.js";
import { type Credential, User } from "./user.entity.js";

const kinds = {
  ACTIVATION_LINK: "activation",
  PASSWORD: "account-created",
  GENERATED_PASSWORD: "credentials",
} as const satisfies Record<Credential, string>;

/** Whoever creates accounts, as far as mails go to them. */
export type Creator = Pick<User, "id" | "email" | "language" | "firstName" | "lastName">;
type Recipient = Omit<Creator, "id">;

/** Who gets the mail about an account: its owner; who made it when there is no address, or when they asked for it (F22). */
export const recipientOf = <Owner extends { email: string | null }>(
  owner: Owner,
  creator: Creator,
  toCreator: boolean,
): Owner | Creator => (toCreator || owner.email === null ? creator : owner);

type Account = Pick<User, "id" | "workspaceId" | "generation" | "credential">;

/** The mail that tells of a new account. `secret`: of the activation link, or the generated password. */
export const newAccountMail = (account: Account, to: Recipient, secret: string | null): NewMail => ({
  workspaceId: account.workspaceId,
  kind: kinds[account.credential ?? "ACTIVATION_LINK"],
  language: to.language,
  toAddress: to.email as string,
  toName: personName(to),
  subjectId: account.id,
  generation: account.generation,
  secret,
});

/** The same with a link for whom it was not meant at first: who cannot sign in with a temporary password any more. */
export const activationMail = (account: Account, to: Recipient, secret: string): NewMail =>
  newAccountMail({ ...account, credential: "ACTIVATION_LINK" }, to, secret);

/** What the letters about a new account are made from. */
interface NewAccountLetter {
  workspace: Pick<Workspace, "name" | "timeZone">;
  owner: Pick<User, "firstName" | "lastName" | "email" | "username">;
  /** null when there is nobody of that name any more. */
  creatorName: string | null;
  /** For the administrator who made it, by first name; null for the owner. */
  forCreator: { firstName: string | null } | null;
  /** Of the link or the password. */
  until: Date;
  secret: string;
}

type Writes = Pick<App, "config">;

const nameOf = (owner: NewAccountLetter["owner"]): string =>
  personName(owner) || owner.username || (owner.email as string);

function writeActivation(app: Writes, language: LanguageCode, about: NewAccountLetter): Letter {
  const { workspace, owner, creatorName, forCreator, secret } = about;
  const words = newAccountMailWords[language];
  const { activation } = words;
  const until = formatMoment(about.until, language, workspace.timeZone);
  const name = nameOf(owner);
  return {
    workspace: workspace.name,
    subject: forCreator ? activation.mySubject(workspace.name, name) : activation.subject(workspace.name),
    preview: forCreator ? activation.myExpiry(until) : activation.expiry(until),
    heading: forCreator ? activation.myHeading(name) : activation.heading,
    greeting: letterWords[language].hello((forCreator ?? owner).firstName),
    paragraphs: [
      forCreator ? activation.myMade(workspace.name, name) : activation.made(workspace.name, creatorName),
      words.signInWith(owner.email, owner.username),
    ],
    action: { label: activation.action, address: linkAddress(app, "ACTIVATION", secret), isLink: true },
    notes: forCreator ? [activation.myExpiry(until)] : [activation.expiry(until), activation.unexpected],
  };
}

function writeAccountCreated(app: Writes, language: LanguageCode, about: NewAccountLetter): Letter {
  const { workspace, owner, creatorName, forCreator } = about;
  const words = newAccountMailWords[language];
  const { created } = words;
  const name = nameOf(owner);
  const told = created.told(creatorName);
  return {
    workspace: workspace.name,
    subject: forCreator ? created.mySubject(workspace.name, name) : created.subject(workspace.name),
    preview: forCreator ? created.myMade(workspace.name, name) : told,
    heading: forCreator ? created.myHeading(name) : created.heading,
    greeting: letterWords[language].hello((forCreator ?? owner).firstName),
    paragraphs: [
      ...(forCreator ? [created.myMade(workspace.name, name)] : [created.made(workspace.name, creatorName), told]),
      words.signInWith(owner.email, owner.username),
    ],
    action: signIn(app, language, workspace.name),
    notes: [created.until(formatMoment(about.until, language, workspace.timeZone))],
  };
}

function writeCredentials(app: Writes, language: LanguageCode, about: NewAccountLetter): Letter {
  const { workspace, owner, creatorName, forCreator, secret } = about;
  const words = newAccountMailWords[language];
  const { created, credentials } = words;
  const name = nameOf(owner);
  return {
    workspace: workspace.name,
    subject: forCreator ? credentials.mySubject(workspace.name, name) : created.subject(workspace.name),
    preview: credentials.once,
    heading: forCreator ? created.myHeading(name) : created.heading,
    greeting: letterWords[language].hello((forCreator ?? owner).firstName),
    paragraphs: [
      forCreator ? credentials.myMade(workspace.name, name) : created.made(workspace.name, creatorName),
      words.signInWith(owner.email, owner.username),
      credentials.password(secret),
      credentials.once,
    ],
    action: signIn(app, language, workspace.name),
    notes: [credentials.until(formatMoment(about.until, language, workspace.timeZone))],
  };
}

const signIn = (app: Writes, language: LanguageCode, workspace: string) => ({
  label: newAccountMailWords[language].signIn(workspace),
  address: `${app.config.publicUrl}/sign-in`,
  isLink: false,
});

/** As long as a real one, and plainly none. */
const samplePassword = "xxxxx-xxxxx-xxxxx-xxxxx";

/** A kind of mail about accounts that wait for their owners: written alike, but for its words and what it carries. */
const newAccountMailKind = (
  credential: Credential,
  letter: typeof writeActivation,
  endOf: (user: User) => Date | null,
): MailKind => ({
  name: kinds[credential],
  sample: ({ config, clock, language, workspace, firstName, lastName, email, actorName, secret }) =>
    letter({ config }, language, {
      workspace,
      owner: { firstName, lastName, email, username: deriveUsername(email) },
      creatorName: actorName,
      forCreator: null,
      until: expiryAfter(clock.now(), workspace.activationLifetimeHours),
      secret: credential === "GENERATED_PASSWORD" ? samplePassword : secret,
    }),
  settled: mirrorDelivery,
  async write(app, read, mails) {
    const users = await rowsById(
      read,
      User,
      mails.map(({ row }) => row.subjectId),
    );
    const creators = await rowsById(
      read,
      User,
      [...users.values()].flatMap(({ createdById }) => createdById ?? []),
      { id: true, email: true, firstName: true, lastName: true },
    );
    const workspaces = await rowsById(
      read,
      Workspace,
      mails.map(({ row }) => row.workspaceId),
    );
    const now = app.clock.now();
    return mails.map(({ row, secret }): Written => {
      const owner = users.get(row.subjectId);
      const workspace = workspaces.get(row.workspaceId);
      if (!owner || !workspace) return { withheld: "SUPPRESSED", reason: "The account is gone." };
      const until = endOf(owner);
      if (owner.status !== "PENDING" || until === null)
        return { withheld: "SUPPRESSED", reason: "The account no longer waits for its owner." };
      if (owner.generation !== row.generation)
        return { withheld: "SUPPRESSED", reason: "A newer mail has replaced this one." };
      if (until <= now) return { withheld: "FAILED", reason: "What it brings expired before the mail could be sent." };
      const creator = creators.get(owner.createdById ?? "");
      return letter(app, row.language, {
        workspace,
        owner,
        creatorName: (creator && personName(creator)) || null,
        forCreator: row.toAddress === owner.email ? null : greeted(creator, row.toAddress),
        until,
        secret: secret ?? "",
      });
    });
  },
});

/** Another administrator than the one who made the account may have asked for its mail. */
const greeted = (creator: User | undefined, address: string) => ({
  firstName: creator?.email === address ? creator.firstName : null,
});

export const newAccountMailKinds: readonly MailKind[] = [
  newAccountMailKind("ACTIVATION_LINK", writeActivation, (user) => user.activationExpiresAt),
  newAccountMailKind("PASSWORD", writeAccountCreated, (user) => user.temporaryUntil),
  newAccountMailKind("GENERATED_PASSWORD", writeCredentials, (user) => user.temporaryUntil),
];

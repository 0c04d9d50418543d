import type { LanguageCode } from "@usher/rules/language";
import type { ActivationMail, Credential } from "@usher/schema/credential";
import { In } from "typeorm";
import type { App } from "../context.js";
import { bulkInsert } from "../db/bulk-insert.js";
import { newId } from "../db/ids.js";
import { rememberingSortKey } from "../db/sort-key.js";
import type { Tx } from "../db/transaction.js";
import { GroupMember } from "../groups/group-member.entity.js";
import { keepIdentities } from "../identities/keep-identities.js";
import { Invitation } from "../invitations/invitation.entity.js";
import { expiryAfter } from "../invitations/lifetime.js";
import { makeLinks } from "../links/make-links.js";
import { enqueueMail } from "../mail/enqueue-mail.js";
import type { HashedPassword } from "../passwords/generate-passwords.js";
import { temporaryPasswordLifetime } from "../passwords/temporary-password.js";
import { takeAwaitedPlaces } from "../program-sessions/take-awaited-places.js";
import { freeUsernames } from "../users/free-usernames.js";
import { freshAccount } from "../users/fresh-account.js";
import { type Creator, newAccountMail, recipientOf } from "../users/new-account-mail.js";
import { User } from "../users/user.entity.js";
import { ChangedMeanwhile } from "./changed-meanwhile.js";
import type { Decision } from "./decision.js";
import type { Known } from "./read-known.js";

type CreatesWith = Pick<App, "clock" | "config" | "jobs" | "secrets">;

/** How those are made who are created. */
export interface CreateOptions {
  readonly credential: Credential;
  readonly activationMail: ActivationMail;
  readonly linkLifetimeHours: number;
  /** Made and hashed before the transaction: as many as may be created. None for activation links. */
  readonly passwords: readonly HashedPassword[];
  /** Gets the mails of people who have no address, and with TO_ME all. */
  readonly creator: Creator;
}

interface ApplyOptions {
  readonly workspaceId: string;
  readonly language: LanguageCode;
  readonly showLinks: boolean;
  readonly importId: string | null;
  readonly registeredById?: string | null;
}

export type Created = Extract<Decision, { outcome: "CREATED" }>;

/** What was made for one person; the secret of the link where nobody gets it by mail. */
export interface CreatedAccount {
  readonly userId: string;
  readonly secret: string | null;
}

/**
 * Makes accounts, PENDING until their owners act, with their groups, links and mails: a few statements a table, however many
 * people. The seats that they take are claimed before. An invitation that one of them had is closed.
 */
export async function createPeople(
  tx: Tx,
  app: CreatesWith,
  known: Known,
  created: readonly Created[],
  { create, ...options }: ApplyOptions & { create: CreateOptions },
): Promise<CreatedAccount[]> {
  if (created.length === 0) return [];
  const { workspaceId } = options;
  await closeInvitations(tx, app, workspaceId, created);
  const people = created.map(({ person }) => person);
  const usernames = await freeUsernames(tx, workspaceId, people);
  const users = accountsOf(app, known, created, usernames, { create, ...options });
  await bulkInsert(tx, User, users);
  await bulkInsert(
    tx,
    GroupMember,
    created.flatMap(({ person }, i) =>
      person.groups.flatMap((group) => {
        const groupId = known.names.idOf("group", group) as string;
        return person.roles.map((role) => ({ workspaceId, groupId, userId: (users[i] as User).id, role }));
      }),
    ),
  );
  await takeAwaitedPlaces(tx, app, workspaceId, users);
  const identities = users.flatMap((user, i) => {
    const values = people[i]?.identity;
    return values ? [{ user, values }] : [];
  });
  await keepIdentities(tx, app, workspaceId, identities, options.registeredById ?? null);
  return linkAndMail(tx, app, users, { create, ...options });
}

/** Closed and of a new generation: their links are dead and their mails no longer go out. */
async function closeInvitations(
  tx: Tx,
  app: CreatesWith,
  workspaceId: string,
  created: readonly Created[],
): Promise<void> {
  const ids = [...new Set(created.flatMap(({ closes }) => closes.map(({ id }) => id)))];
  if (ids.length === 0) return;
  const closed = {
    status: "CANCELLED" as const,
    openKey: null,
    sealedIdentity: null,
    generation: () => "generation + 1",
    nextReminderAt: null,
    updatedAt: app.clock.now(),
  };
  const { affected } = await tx.update(Invitation, { workspaceId, id: In(ids), status: "PENDING" }, closed);
  if (affected !== ids.length) throw new ChangedMeanwhile("an invitation was accepted or cancelled");
}

function accountsOf(
  app: CreatesWith,
  known: Known,
  created: readonly Created[],
  usernames: readonly string[],
  { workspaceId, language, showLinks, importId, create }: ApplyOptions & { create: CreateOptions },
): User[] {
  const now = app.clock.now();
  const { credential } = create;
  const isByLink = credential === "ACTIVATION_LINK";
  const linkExpiry = expiryAfter(now, create.linkLifetimeHours);
  const temporaryUntil = isByLink ? null : new Date(now.getTime() + temporaryPasswordLifetime);
  const keyOf = rememberingSortKey();
  const idOf = (kind: "company" | "team" | "label", name: string | null) =>
    name === null ? null : (known.names.idOf(kind, name) ?? null);
  return created.map(({ row, person }, i) => {
    const isMailed = isToBeMailed(app, create, person);
    return {
      ...freshAccount,
      id: newId(),
      workspaceId,
      email: person.email,
      emailKey: person.emailKey,
      username: usernames[i] as string,
      firstName: person.firstName,
      lastName: person.lastName,
      lastKey: keyOf(person.lastName),
      firstKey: keyOf(person.firstName),
      status: "PENDING",
      userType: person.userType,
      language: person.language ?? language,
      companyId: idOf("company", person.company),
      teamId: idOf("team", person.team),
      labelId: idOf("label", person.label),
      deletionDate: person.deletionDate,
      externalId: person.externalId,
      passwordHash: create.passwords[i]?.hash ?? null,
      temporaryUntil,
      credential,
      hasSeat: !isByLink,
      createdById: create.creator.id,
      activationExpiresAt: isByLink && (isMailed || showLinks) ? linkExpiry : null,
      activationSentCount: isMailed ? 1 : 0,
      activationSentAt: isMailed ? now : null,
      deliveryState: isMailed ? "QUEUED" : null,
      activatedAt: null,
      // a seat with a notice is paid for once the mail server has taken that (F66)
      billedFrom: isByLink || isMailed ? null : now,
      lastSignInAt: null,
      importId,
      importRow: importId === null ? null : row,
      createdAt: now,
      updatedAt: now,
    };
  });
}

const isToBeMailed = (app: CreatesWith, create: CreateOptions, person: { email: string | null }): boolean =>
  create.activationMail !== "LATER" && app.config.mail.delivery !== "NONE" && addressFor(create, person) !== null;

const addressFor = ({ activationMail, creator }: CreateOptions, person: { email: string | null }) =>
  recipientOf(person, creator, activationMail === "TO_ME").email;

async function linkAndMail(
  tx: Tx,
  app: CreatesWith,
  users: readonly User[],
  { workspaceId, showLinks, create }: ApplyOptions & { create: CreateOptions },
): Promise<CreatedAccount[]> {
  const linked = users.filter(({ activationExpiresAt }) => activationExpiresAt !== null);
  const secrets = await makeLinks(
    tx,
    app,
    linked.map(({ id, generation, activationExpiresAt }) => ({
      workspaceId,
      purpose: "ACTIVATION",
      subjectId: id,
      generation,
      expiresAt: activationExpiresAt as Date,
    })),
  );
  const secretOf = new Map(linked.map(({ id }, i) => [id, secrets[i] as string]));
  const toCreator = create.activationMail === "TO_ME";
  const mails = users.flatMap((user, i) => {
    if (user.deliveryState === null) return [];
    const secret = create.credential === "GENERATED_PASSWORD" ? create.passwords[i]?.password : secretOf.get(user.id);
    return [newAccountMail(user, recipientOf(user, create.creator, toCreator), secret ?? null)];
  });
  await enqueueMail(tx, app, mails);
  return users.map((user) => {
    const reachesThem = user.deliveryState !== null && user.email !== null && !toCreator;
    return { userId: user.id, secret: (showLinks && !reachesThem && secretOf.get(user.id)) || null };
  });
}

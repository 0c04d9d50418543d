import type { LanguageCode } from "@usher/rules/language";
import { In, IsNull, LessThanOrEqual, Not } from "typeorm";
import type { App } from "../context.js";
import { bulkInsert } from "../db/bulk-insert.js";
import { bulkUpdate } from "../db/bulk-update.js";
import { newId } from "../db/ids.js";
import { rememberingSortKey, sortKey } from "../db/sort-key.js";
import type { Tx } from "../db/transaction.js";
import {
  createNames,
  type KnownNames,
  type NamedKind,
  type WantedNames,
  wantNothing,
} from "../groups/find-or-create-names.js";
import { GroupMember } from "../groups/group-member.entity.js";
import { sealIdentity } from "../identities/identity-box.js";
import { keepDrafts } from "../identities/keep-identities.js";
import { freshInvitation } from "../invitations/fresh-invitation.js";
import { Invitation } from "../invitations/invitation.entity.js";
import { InvitationGroup } from "../invitations/invitation-group.entity.js";
import { invitationMail } from "../invitations/invitation-mail.js";
import { expiryAfter } from "../invitations/lifetime.js";
import { nextReminder, readReminderPlan } from "../invitations/reminder-plan.js";
import { makeLinks } from "../links/make-links.js";
import { enqueueMail } from "../mail/enqueue-mail.js";
import { endWaysInBeyondCreators } from "../users/end-ways-in.js";
import { User } from "../users/user.entity.js";
import { addedToGroupsMail } from "./added-to-groups-mail.js";
import { ChangedMeanwhile } from "./changed-meanwhile.js";
import { type Created, type CreateOptions, createPeople } from "./create-people.js";
import { type Decision, isNewcomer } from "./decision.js";
import { type Known, type KnownInvitation, membershipKey } from "./read-known.js";

type AppliesWith = Pick<App, "clock" | "config" | "jobs" | "secrets">;

export interface ApplyOptions {
  readonly workspaceId: string;
  readonly inviterId: string;
  /** For whoever gave none. */
  readonly language: LanguageCode;
  readonly message: string | null;
  readonly lifetimeHours: number;
  readonly sendMail: boolean;
  /** The links' secrets are answered, to be handed over. A link that nobody would ever learn of is not made. */
  readonly showLinks: boolean;
  readonly importId: string | null;
  /** The program session that people are invited from. */
  readonly programSessionId: string | null;
  /** Whoever has seen the identities that are given, so that they are VALIDATED; null: they are drafts. */
  readonly registeredById?: string | null;
  /** How those who are CREATED are made; null where nobody is. */
  readonly create: CreateOptions | null;
}

/** What was made for one decision: the invitation or account, and the link's secret where it is to be shown. */
export interface Applied {
  readonly invitationId: string | null;
  readonly userId: string | null;
  readonly secret: string | null;
}

const nothing: Applied = { invitationId: null, userId: null, secret: null };

type Invited = Extract<Decision, { outcome: "INVITED" }>;
type Changed = Extract<Decision, { outcome: "UPDATED" | "ADDED_TO_GROUPS" }>;

/**
 * Writes what was decided, in the transaction that read `known`: a few statements a table, however many people. Rejects
 * with a key conflict or ChangedMeanwhile when somebody else was quicker; the caller then decides afresh.
 */
export async function applyPeople(
  tx: Tx,
  app: AppliesWith,
  known: Known,
  decisions: readonly Decision[],
  options: ApplyOptions,
): Promise<Applied[]> {
  const invited = decisions.filter(isInvited);
  const changed = decisions.filter(isChanged);
  if (!known.names.isComplete) await createNames(tx, app, options.workspaceId, known.names, namesFor(decisions));
  const invitations = await invite(tx, app, known, invited, options);
  await changeUsers(tx, app, known, changed, options);
  const secrets = await linkAndMail(tx, app, invitations, changed, options);
  const created = decisions.filter(isCreated);
  const { create } = options;
  const accounts = create ? await createPeople(tx, app, known, created, { ...options, create }) : [];

  const made = new Map<number, Applied>();
  invited.forEach(({ row }, i) => {
    const secret = (options.showLinks && secrets?.[i]) || null;
    made.set(row, { ...nothing, invitationId: invitations[i]?.id ?? null, secret });
  });
  created.forEach(({ row }, i) => {
    made.set(row, { ...nothing, ...accounts[i] });
  });
  return decisions.map(({ row }) => made.get(row) ?? nothing);
}

const isInvited = (decision: Decision): decision is Invited => decision.outcome === "INVITED";
const isCreated = (decision: Decision): decision is Created => decision.outcome === "CREATED";
const isChanged = (decision: Decision): decision is Changed =>
  decision.outcome === "UPDATED" || decision.outcome === "ADDED_TO_GROUPS";

/** The names that these decisions stand on: what is missing among them is made. */
export function namesFor(decisions: readonly Decision[]): WantedNames {
  const wanted = wantNothing();
  for (const { person } of decisions.filter(isNewcomer)) {
    if (person.company !== null) wanted.company.add(person.company);
    if (person.team !== null) wanted.team.add(person.team);
    if (person.label !== null) wanted.label.add(person.label);
    for (const group of person.groups) wanted.group.add(group);
  }
  for (const { changes, joins } of decisions.filter(isChanged)) {
    if (changes.company) wanted.company.add(changes.company);
    if (changes.team) wanted.team.add(changes.team);
    if (changes.label) wanted.label.add(changes.label);
    for (const group of joins) wanted.group.add(group);
  }
  return wanted;
}

/** Makes the invitations, and gives expired ones of the same people a new generation: what stands in the row counts now. */
async function invite(
  tx: Tx,
  app: AppliesWith,
  known: Known,
  invited: readonly Invited[],
  options: ApplyOptions,
): Promise<Invitation[]> {
  await takeOut(
    tx,
    app,
    options.workspaceId,
    invited.flatMap(({ renews }) => renews ?? []),
  );
  const now = app.clock.now();
  const expiresAt = expiryAfter(now, options.lifetimeHours);
  const isMailed = options.sendMail && app.config.mail.delivery !== "NONE";
  const plan = isMailed ? await readReminderPlan(tx, options.workspaceId) : null;
  const nextReminderAt = plan && nextReminder(plan, { sentAt: now, expiresAt, sent: 0 });
  const keyOf = rememberingSortKey();
  const invitations = invited.map(({ row, person, renews }): Invitation => {
    const id = renews?.id ?? newId();
    return {
      ...freshInvitation,
      id,
      workspaceId: options.workspaceId,
      email: person.email as string,
      emailKey: person.emailKey as string,
      openKey: person.emailKey,
      status: "PENDING",
      username: person.username,
      firstName: person.firstName,
      lastName: person.lastName,
      lastKey: keyOf(person.lastName),
      firstKey: keyOf(person.firstName),
      userType: person.userType,
      language: person.language ?? options.language,
      companyId: idOf(known.names, "company", person.company),
      teamId: idOf(known.names, "team", person.team),
      labelId: idOf(known.names, "label", person.label),
      deletionDate: person.deletionDate,
      externalId: person.externalId,
      message: options.message,
      inviterId: options.inviterId,
      lifetimeHours: options.lifetimeHours,
      expiresAt,
      generation: renews ? renews.generation + 1 : 1,
      sentCount: (renews?.sentCount ?? 0) + (isMailed ? 1 : 0),
      lastSentAt: isMailed ? now : (renews?.lastSentAt ?? null),
      deliveredAt: renews?.deliveredAt ?? null,
      openedAt: renews?.openedAt ?? null,
      deliveryState: isMailed ? "QUEUED" : null,
      nextReminderAt,
      importId: options.importId,
      importRow: options.importId === null ? null : row,
      programSessionId: options.programSessionId,
      sealedIdentity: person.identity && sealIdentity(app, id, person.identity),
      createdAt: renews?.createdAt ?? now,
      updatedAt: now,
    };
  });
  await bulkInsert(tx, Invitation, invitations);
  await bulkInsert(
    tx,
    InvitationGroup,
    invited.flatMap(({ person }, i) =>
      person.groups.flatMap((group) =>
        person.roles.map((role) => ({
          workspaceId: options.workspaceId,
          invitationId: (invitations[i] as Invitation).id,
          groupId: idOf(known.names, "group", group) as string,
          role,
        })),
      ),
    ),
  );
  return invitations;
}

/**
 * Takes expired invitations out of the table, to be put back under their ids with new values: the guarded DELETE is the
 * claim, and replacing whole rows needs no statement for each.
 */
async function takeOut(
  tx: Tx,
  app: AppliesWith,
  workspaceId: string,
  expired: readonly KnownInvitation[],
): Promise<void> {
  if (expired.length === 0) return;
  const ids = expired.map(({ id }) => id);
  const claim = await tx.delete(Invitation, {
    workspaceId,
    id: In(ids),
    openKey: Not(IsNull()),
    expiresAt: LessThanOrEqual(app.clock.now()),
  });
  if (claim.affected !== ids.length) throw new ChangedMeanwhile("an expired invitation was renewed or closed");
  await tx.delete(InvitationGroup, { invitationId: In(ids) });
}

async function changeUsers(
  tx: Tx,
  app: AppliesWith,
  known: Known,
  changed: readonly Changed[],
  options: ApplyOptions,
): Promise<void> {
  const { workspaceId } = options;
  const updatedAt = app.clock.now();
  await bulkUpdate(
    tx,
    User,
    workspaceId,
    changed.flatMap(({ user, changes }) => {
      if (Object.keys(changes).length === 0) return [];
      const { company, team, label, ...plain } = changes;
      const values: Partial<User> = { ...(plain as Partial<User>), updatedAt };
      if (company !== undefined) values.companyId = idOf(known.names, "company", company);
      if (team !== undefined) values.teamId = idOf(known.names, "team", team);
      if (label !== undefined) values.labelId = idOf(known.names, "label", label);
      if (plain.firstName !== undefined) values.firstKey = sortKey(plain.firstName);
      if (plain.lastName !== undefined) values.lastKey = sortKey(plain.lastName);
      return [{ id: user.id, values }];
    }),
  );
  await bulkInsert(
    tx,
    GroupMember,
    changed.flatMap(({ user, person, joins }) =>
      joins.flatMap((group) => {
        const groupId = idOf(known.names, "group", group) as string;
        return person.roles
          .filter((role) => !known.memberships.has(membershipKey(user.id, groupId, role)))
          .map((role) => ({ workspaceId, groupId, userId: user.id, role }));
      }),
    ),
  );
  const drafts = changed.flatMap(({ user, draft }) => (draft ? [{ user, values: draft }] : []));
  await keepDrafts(tx, app, workspaceId, drafts);
  const waiting = changed.filter(({ user, joins }) => joins.length > 0 && user.status === "PENDING");
  await endWaysInBeyondCreators(
    tx,
    app,
    workspaceId,
    waiting.map(({ user }) => user.id),
  );
}

/** The links with their mails, and the word to those who were added to groups. Answers the links' secrets. */
async function linkAndMail(
  tx: Tx,
  app: AppliesWith,
  invitations: readonly Invitation[],
  changed: readonly Changed[],
  options: ApplyOptions,
): Promise<string[] | null> {
  const { workspaceId } = options;
  const isMailed = options.sendMail && app.config.mail.delivery !== "NONE";
  if (!isMailed && !options.showLinks) return null;
  const secrets = await makeLinks(
    tx,
    app,
    invitations.map(({ id, generation, expiresAt }) => ({
      workspaceId,
      purpose: "INVITATION",
      subjectId: id,
      generation,
      expiresAt,
    })),
  );
  if (!isMailed) return secrets;
  const mails = invitations.map((invitation, i) => invitationMail(invitation, secrets[i] as string));
  for (const { user, joins } of changed) {
    if (joins.length > 0) mails.push(...addedToGroupsMail({ ...user, workspaceId }));
  }
  await enqueueMail(tx, app, mails);
  return secrets;
}

const idOf = (names: KnownNames, kind: NamedKind, name: string | null): string | null =>
  name === null ? null : (names.idOf(kind, name) ?? null);

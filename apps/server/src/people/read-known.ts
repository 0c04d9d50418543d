import { can } from "@usher/rules/permissions";
import type { EntityManager } from "typeorm";
import { readByKeys } from "../db/read-by-keys.js";
import { findNames, type KnownNames, type WantedNames, wantNothing } from "../groups/find-or-create-names.js";
import { GroupMember } from "../groups/group-member.entity.js";
import type { Sealing } from "../identities/identity-box.js";
import { Invitation } from "../invitations/invitation.entity.js";
import { holdingTooMuch } from "../invitations/may-grant.js";
import { ProgramSessionMember } from "../program-sessions/program-session-member.entity.js";
import { User } from "../users/user.entity.js";
import type { Adder } from "./bounds.js";
import type { PersonRow } from "./person-row.js";
import { type RegisteredNumber, readRegistered } from "./registered-numbers.js";

const userProperties = [
  "id",
  "email",
  "emailKey",
  "username",
  "firstName",
  "lastName",
  "status",
  "userType",
  "language",
  "companyId",
  "teamId",
  "labelId",
  "deletionDate",
  "externalId",
  "identityStatus",
] as const satisfies (keyof User)[];

export type KnownUser = Pick<User, (typeof userProperties)[number]>;

const invitationProperties = [
  "id",
  "email",
  "emailKey",
  "externalId",
  "status",
  "generation",
  "sentCount",
  "lastSentAt",
  "expiresAt",
  "deliveredAt",
  "openedAt",
  "createdAt",
] as const satisfies (keyof Invitation)[];

/** An open one: live, or expired and waiting to be renewed. */
export type KnownInvitation = Pick<Invitation, (typeof invitationProperties)[number]>;

/** What is known about a batch of people before anything is decided. */
export interface Known {
  readonly usersByEmail: ReadonlyMap<string, KnownUser>;
  readonly usersByUsername: ReadonlyMap<string, KnownUser>;
  readonly usersByExternalId: ReadonlyMap<string, KnownUser>;
  readonly invitationsByEmail: ReadonlyMap<string, KnownInvitation>;
  readonly invitationsByExternalId: ReadonlyMap<string, KnownInvitation>;
  /** Group roles of the users who were found: "userId groupId role". */
  readonly memberships: ReadonlySet<string>;
  /** Ids of the invitations that were found and that hold what the adder could not give. */
  readonly beyondAdder: ReadonlySet<string>;
  /** Ids of the users who were found and take part in the program session that people are invited from. */
  readonly participants: ReadonlySet<string>;
  readonly names: KnownNames;
  /** What the rows know of identities that somebody is registered with already, by row. */
  readonly registered: ReadonlyMap<number, readonly RegisteredNumber[]>;
}

export const membershipKey = (userId: string, groupId: string, role: string): string => `${userId} ${groupId} ${role}`;

interface Options {
  /** null: whoever is added claims their numbers, which finds out by itself whether they are free. */
  sealing: Sealing | null;
  /** For a transaction that may change the users it finds. */
  lockUsers: boolean;
  adder: Adder;
}

/** Looks up everything that the rows may meet: a handful of statements, however many rows. */
export async function readKnown(
  from: EntityManager,
  workspaceId: string,
  rows: readonly PersonRow[],
  { sealing, lockUsers, adder }: Options,
): Promise<Known> {
  const emails = new Set<string>();
  const usernames = new Set<string>();
  const externalIds = new Set<string>();
  for (const { person } of rows) {
    if (person.emailKey !== null) emails.add(person.emailKey);
    if (person.username !== null) usernames.add(person.username);
    if (person.externalId !== null) externalIds.add(person.externalId);
  }
  const users = (key: keyof User & string, values: Set<string>) =>
    readByKeys(from, User, userProperties, workspaceId, key, values, { lock: lockUsers });
  const byEmail = await users("emailKey", emails);
  const byUsername = await users("username", usernames);
  const byExternalId = await users("externalId", externalIds);
  const invited = await readByKeys(from, Invitation, invitationProperties, workspaceId, "openKey", emails);
  const invitedByExternalId = await readByKeys(
    from,
    Invitation,
    invitationProperties,
    workspaceId,
    "externalId",
    externalIds,
  );
  const userIds = new Set([...byEmail, ...byExternalId].map(({ id }) => id));
  const members = await readByKeys(from, GroupMember, ["userId", "groupId", "role"], workspaceId, "userId", userIds);
  const { session } = adder;
  // whoever may give everything could have made any
  const isAdministrator = can.addAdministrators(adder.actor);
  const invitationIds = [...new Set([...invited, ...invitedByExternalId].map(({ id }) => id))];
  return {
    usersByEmail: mapBy(byEmail, ({ emailKey }) => emailKey),
    usersByUsername: mapBy(byUsername, ({ username }) => username),
    usersByExternalId: mapBy(byExternalId, ({ externalId }) => externalId),
    invitationsByEmail: mapBy(invited, ({ emailKey }) => emailKey),
    invitationsByExternalId: mapBy(
      invitedByExternalId.filter(({ status }) => status === "PENDING"),
      ({ externalId }) => externalId,
    ),
    memberships: new Set(members.map(({ userId, groupId, role }) => membershipKey(userId, groupId, role))),
    participants: session ? await participantsOf(from, workspaceId, session.id, userIds) : new Set(),
    beyondAdder: isAdministrator ? new Set() : await holdingTooMuch(from, adder, workspaceId, invitationIds),
    names: await findNames(from, workspaceId, namesIn(rows)),
    registered: sealing ? await readRegistered(from, sealing, workspaceId, rows) : new Map(),
  };
}

/** Which of these users take part in the program session. */
async function participantsOf(
  from: EntityManager,
  workspaceId: string,
  programSessionId: string,
  userIds: ReadonlySet<string>,
): Promise<Set<string>> {
  const properties = ["userId", "programSessionId", "part"] as const;
  const places = await readByKeys(from, ProgramSessionMember, properties, workspaceId, "userId", userIds);
  const taken = places.filter((place) => place.programSessionId === programSessionId && place.part === "PARTICIPANT");
  return new Set(taken.map(({ userId }) => userId as string));
}

/** All companies, groups, teams and labels that the rows name. */
export function namesIn(rows: readonly PersonRow[]): WantedNames {
  const wanted = wantNothing();
  for (const { person } of rows) {
    if (person.company !== null) wanted.company.add(person.company);
    if (person.team !== null) wanted.team.add(person.team);
    if (person.label !== null) wanted.label.add(person.label);
    for (const group of person.groups) wanted.group.add(group);
  }
  return wanted;
}

function mapBy<T>(rows: readonly T[], key: (row: T) => string | null): Map<string, T> {
  const map = new Map<string, T>();
  for (const row of rows) {
    const value = key(row);
    if (value !== null) map.set(value, row);
  }
  return map;
}

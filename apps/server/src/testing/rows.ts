import { deriveUsername } from "@usher/rules/username";
import { newId } from "../db/ids.js";
import { sortKey } from "../db/sort-key.js";
import { freshInvitation } from "../invitations/fresh-invitation.js";
import type { Invitation } from "../invitations/invitation.entity.js";
import type { OutboxMail } from "../mail/outbox-mail.entity.js";
import { freshAccount } from "../users/fresh-account.js";
import type { User } from "../users/user.entity.js";

const day = 24 * 60 * 60_000;
const someTime = new Date("2026-11-22T09:00:00.000Z");

/** A whole row out of what a test cares about; the rest is plausible. */
export function anInvitation(given: Partial<Invitation> & { workspaceId: string; email: string }): Invitation {
  const createdAt = given.createdAt ?? someTime;
  const status = given.status ?? "PENDING";
  return {
    ...freshInvitation,
    id: newId(),
    emailKey: given.email,
    openKey: status === "PENDING" ? given.email : null,
    status,
    username: null,
    firstName: null,
    lastName: null,
    lastKey: sortKey(given.lastName ?? null),
    firstKey: sortKey(given.firstName ?? null),
    userType: "MEMBER",
    language: "en",
    companyId: null,
    teamId: null,
    labelId: null,
    deletionDate: null,
    externalId: null,
    message: null,
    inviterId: newId(),
    lifetimeHours: 168,
    expiresAt: new Date(createdAt.getTime() + 7 * day),
    generation: 1,
    sentCount: 0,
    lastSentAt: null,
    openedAt: null,
    importId: null,
    importRow: null,
    createdAt,
    updatedAt: createdAt,
    ...given,
  };
}

/** An ACTIVE member, unless the test says otherwise. */
export function aUser(given: Partial<User> & { workspaceId: string; email: string | null }): User {
  const createdAt = given.createdAt ?? someTime;
  return {
    ...freshAccount,
    id: newId(),
    emailKey: given.email,
    username: given.email && deriveUsername(given.email),
    firstName: null,
    lastName: null,
    lastKey: sortKey(given.lastName ?? null),
    firstKey: sortKey(given.firstName ?? null),
    status: "ACTIVE",
    hasSeat: (given.status ?? "ACTIVE") === "ACTIVE",
    userType: "MEMBER",
    language: "en",
    companyId: null,
    teamId: null,
    labelId: null,
    deletionDate: null,
    externalId: null,
    passwordHash: null,
    activatedAt: createdAt,
    billedFrom: createdAt,
    lastSignInAt: null,
    importId: null,
    importRow: null,
    createdAt,
    updatedAt: createdAt,
    ...given,
  };
}

/** An invitation's mail that waits to be sent, unless the test says otherwise. */
export function aMailRow(given: Partial<OutboxMail> & { workspaceId: string; subjectId: string }): OutboxMail {
  const createdAt = given.createdAt ?? someTime;
  return {
    id: newId(),
    kind: "invitation",
    language: "en",
    toAddress: "lea@x.org",
    toName: "",
    generation: 1,
    sealedSecret: null,
    state: "QUEUED",
    attempts: 0,
    dueAt: createdAt,
    leaseUntil: null,
    leaseOwner: null,
    serverAnswer: null,
    stateAt: createdAt,
    createdAt,
    ...given,
  };
}

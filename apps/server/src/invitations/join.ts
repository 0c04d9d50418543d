import type { AcceptInvitationInput } from "@usher/schema/invitation";
import type { UserErrorCode } from "@usher/schema/user-error";
import { MoreThan } from "typeorm";
import { recordAudit } from "../audit/record-audit.js";
import type { Ctx } from "../context.js";
import { bulkInsert } from "../db/bulk-insert.js";
import { newId } from "../db/ids.js";
import { sortKey } from "../db/sort-key.js";
import type { Tx } from "../db/transaction.js";
import { giveRoles } from "../groups/give-roles.js";
import { presentNames } from "../groups/held-names.js";
import { holdIdentity } from "../identities/hold-identity.js";
import { openIdentity } from "../identities/identity-box.js";
import { keepIdentities } from "../identities/keep-identities.js";
import type { Link } from "../links/link.entity.js";
import { countDay } from "../onboarding/count-day.js";
import { takeAwaitedPlaces } from "../program-sessions/take-awaited-places.js";
import { type StartedSession, startSession } from "../sessions/start-session.js";
import { takenOf } from "../users/free-username.js";
import { freshAccount } from "../users/fresh-account.js";
import { User } from "../users/user.entity.js";
import { claimSeat } from "../workspaces/claim-seat.js";
import { Invitation } from "./invitation.entity.js";
import { type Grantable, whatInviterMayGrant } from "./inviter-grants.js";

/** What the acceptor says of themselves. */
export interface NewPerson {
  firstName: string;
  lastName: string;
  username: string;
  passwordHash: string;
}

export interface Joined {
  user: User;
  /** null when the address had an account already: a link is no way into an existing one. */
  session: StartedSession | null;
}

/** Rolls the transaction back: nothing was taken, the link lives on. */
export class JoinRefused extends Error {
  constructor(
    readonly code: UserErrorCode,
    readonly field: keyof AcceptInvitationInput,
  ) {
    super(code);
  }
}

/**
 * Claims a seat and the invitation, in this order (everybody locks in the same one), and makes the account. Rejects with
 * JoinRefused, or with the driver's key conflict when somebody else took the e-mail or username meanwhile.
 */
export async function join(tx: Tx, ctx: Ctx, link: Link, invitationId: string, person: NewPerson): Promise<Joined> {
  const { workspaceId } = link;
  const invitation = await tx.findOneBy(Invitation, { id: invitationId, workspaceId });
  if (!invitation) throw new JoinRefused("LINK_CANCELLED", "token");
  const known = await tx.findOneBy(User, { workspaceId, emailKey: invitation.emailKey });
  if (known) return joinAsKnown(tx, ctx, link, invitation, known);
  if ((await takenOf(tx, workspaceId, [person.username])).size > 0) throw new JoinRefused("USERNAME_TAKEN", "username");
  if (!(await claimSeat(tx, workspaceId))) throw new JoinRefused("SEAT_LIMIT_REACHED", "token");
  const id = newId();
  await claimInvitation(tx, ctx, link, id);
  const grantable = await whatInviterMayGrant(tx, invitation);
  const user = accountFrom(invitation, person, { id, now: ctx.clock.now(), grantable });
  user.externalId = await freeExternalId(tx, invitation);
  Object.assign(user, await presentNames(tx, invitation));
  await bulkInsert(tx, User, [user]);
  await giveRoles(tx, ctx, workspaceId, [user], grantable.memberships);
  await takeAwaitedPlaces(tx, ctx, workspaceId, [user]);
  await keepKnownIdentity(tx, ctx, invitation, user);
  await record(tx, ctx, invitation, id, grantable.withheld);
  const session = await startSession(tx, ctx, workspaceId, id);
  await countDay(tx, ctx, workspaceId, { ACCEPTED: 1 });
  return { user, session };
}

/** The address got an account by another way since: it keeps its values, gains the groups, and signs in as it always does. */
async function joinAsKnown(tx: Tx, ctx: Ctx, link: Link, invitation: Invitation, user: User): Promise<Joined> {
  await claimInvitation(tx, ctx, link, user.id);
  const { memberships, withheld } = await whatInviterMayGrant(tx, invitation);
  await giveRoles(tx, ctx, link.workspaceId, [user], memberships);
  await takeAwaitedPlaces(tx, ctx, link.workspaceId, [user]);
  await keepKnownIdentity(tx, ctx, invitation, user);
  await record(tx, ctx, invitation, user.id, withheld);
  await countDay(tx, ctx, link.workspaceId, { ACCEPTED: 1 });
  return { user, session: null };
}

/** What was known of the person's identity is theirs to complete from now on; who has one keeps it (F44). */
async function keepKnownIdentity(tx: Tx, ctx: Ctx, { id, workspaceId, sealedIdentity }: Invitation, user: User) {
  if (sealedIdentity === null) return;
  const { identity } = await holdIdentity(tx, workspaceId, user.id);
  if (identity) return;
  await keepIdentities(tx, ctx, workspaceId, [{ user, values: openIdentity(ctx, id, sealedIdentity) }]);
}

/** One guarded update decides who accepts; the same one checks expiry, at the moment of use. */
async function claimInvitation(tx: Tx, ctx: Ctx, link: Link, userId: string): Promise<void> {
  const now = ctx.clock.now();
  const open = {
    id: link.subjectId,
    workspaceId: link.workspaceId,
    status: "PENDING" as const,
    generation: link.generation,
    expiresAt: MoreThan(now),
  };
  const accepted = {
    status: "ACCEPTED" as const,
    openKey: null,
    attention: null,
    nextReminderAt: null,
    acceptedAt: now,
    acceptedUserId: userId,
    sealedIdentity: null,
    updatedAt: now,
  };
  const { affected } = await tx.update(Invitation, open, accepted);
  if (affected !== 1) throw new JoinRefused("LINK_USED", "token");
}

interface NewAccount {
  id: string;
  now: Date;
  grantable: Grantable;
}

const accountFrom = (invitation: Invitation, person: NewPerson, { id, now, grantable }: NewAccount): User => ({
  ...freshAccount,
  id,
  workspaceId: invitation.workspaceId,
  email: invitation.email,
  emailKey: invitation.emailKey,
  username: person.username,
  firstName: person.firstName,
  lastName: person.lastName,
  lastKey: sortKey(person.lastName),
  firstKey: sortKey(person.firstName),
  status: "ACTIVE",
  hasSeat: true,
  userType: grantable.userType,
  language: invitation.language,
  companyId: invitation.companyId,
  teamId: invitation.teamId,
  labelId: invitation.labelId,
  deletionDate: invitation.deletionDate,
  externalId: null,
  passwordHash: person.passwordHash,
  activatedAt: now,
  billedFrom: now,
  lastSignInAt: now,
  importId: invitation.importId,
  importRow: invitation.importRow,
  createdAt: now,
  updatedAt: now,
});

/** Someone else may have got the external id since; the person who accepts could not mend that. */
async function freeExternalId(tx: Tx, { workspaceId, externalId }: Invitation): Promise<string | null> {
  if (externalId === null) return null;
  return (await tx.existsBy(User, { workspaceId, externalId })) ? null : externalId;
}

async function record(tx: Tx, ctx: Ctx, invitation: Invitation, userId: string, withheld: string[]): Promise<void> {
  const { id: subject, workspaceId } = invitation;
  const actor = { kind: "link", userId } as const;
  await recordAudit(tx, ctx, workspaceId, actor, { type: "invitation_accepted", subject, userId });
  await recordAudit(tx, ctx, workspaceId, actor, { type: "joined", subject: userId, invitationId: subject });
  if (withheld.length > 0)
    await recordAudit(tx, ctx, workspaceId, actor, { type: "grant_withheld", subject, withheld });
}

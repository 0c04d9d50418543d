import type { Identity } from "@usher/rules/identity";
import { can } from "@usher/rules/permissions";
import type { Person } from "@usher/rules/person";
import { type GroupRole, groupRoles } from "@usher/rules/roles";
import type { AddMode, ExistingPolicy } from "@usher/schema/adding";
import { type Adder, beyondBounds, mayGiveRole, mayMakeNames } from "./bounds.js";
import type { Decision, Remark, UserChanges } from "./decision.js";
import type { IdentifyingField, PersonRow } from "./person-row.js";
import { type Known, type KnownInvitation, type KnownUser, membershipKey } from "./read-known.js";

export interface DecideOptions extends Adder {
  readonly mode: AddMode;
  /** REFUSE: who has an account already is refused, for calls that are to make one. */
  readonly existing: ExistingPolicy | "REFUSE";
  /** Companies, groups, teams and labels that are not known are made, by those who may. */
  readonly createMissing: boolean;
  readonly now: Date;
}

/**
 * What comes of each row, given what is known: the one place that decides, for a single invitation, a call of thousands, a
 * plan and an import. Pure; the same rows and the same knowledge give the same answer.
 */
export function decidePeople(known: Known, rows: readonly PersonRow[], options: DecideOptions): Decision[] {
  // one account or invitation may be meant twice, by different fields: the first row wins here too
  const taken = new Set<string>();
  return rows.map((row) => {
    const decision = decide(known, row, options);
    const target = targetOf(decision);
    if (target === null) return decision;
    if (taken.has(target.id)) return rejected(row, [{ code: "DUPLICATE_IN_INPUT", field: target.by }]);
    taken.add(target.id);
    return decision;
  });
}

function targetOf(decision: Decision): { id: string; by: IdentifyingField } | null {
  if (decision.outcome === "REJECTED") return null;
  const met = metBy(decision);
  return met && { id: met.id, by: met.emailKey === decision.person.emailKey ? "email" : "externalId" };
}

/** The account or invitation that the row is about; null when it is about nobody known. */
function metBy(decision: Exclude<Decision, { outcome: "REJECTED" }>): KnownUser | KnownInvitation | null {
  switch (decision.outcome) {
    case "INVITED":
      return decision.renews;
    case "CREATED":
      return decision.closes[0] ?? null;
    case "UNCHANGED":
      return decision.user ?? decision.invitation;
    default:
      return decision.user;
  }
}

function decide(known: Known, row: PersonRow, options: DecideOptions): Decision {
  const remarks: Remark[] = [
    ...row.problems,
    ...row.repeats.map((field) => ({ code: "DUPLICATE_IN_INPUT", field }) as const),
  ];
  const beyond = beyondBounds(known.names, row, options);
  if (beyond.length > 0) return rejected(row, [...remarks, ...beyond]);
  const { person } = row;
  const user = findUser(known, person);
  if (user === "two") {
    // the address is one person's, the external id another's
    return rejected(row, [...remarks, { code: "EMAIL_TAKEN", field: "email" }]);
  }
  if (user) {
    const { existing } = options;
    if (existing === "REFUSE") return rejected(row, [...remarks, takenBy(person, user)]);
    return decideUser(known, row, user, remarks, options, existing);
  }
  const invitations = findInvitations(known, person, options.now);
  const invitation = invitations[0] ?? null;
  if (options.mode === "INVITE" && remarks.length === 0 && invitation && invitation.expiresAt > options.now) {
    const field = invitation.emailKey === person.emailKey ? "email" : "externalId";
    return { ...about(row, [{ code: "ALREADY_INVITED", field }]), outcome: "UNCHANGED", user: null, invitation };
  }
  return decideNewcomer(known, row, invitations, remarks, options);
}

/** Which field an account that is in the way was found by. */
const takenBy = (person: Person, user: KnownUser): Remark =>
  person.emailKey !== null && user.emailKey === person.emailKey
    ? { code: "EMAIL_TAKEN", field: "email" }
    : { code: "EXTERNAL_ID_TAKEN", field: "externalId" };

/**
 * Somebody without an account: invited, or invited again when the invitation has expired; or created, which ends whatever
 * invitation there is, so that no address stands in two places.
 */
function decideNewcomer(
  known: Known,
  row: PersonRow,
  invitations: readonly KnownInvitation[],
  remarks: Remark[],
  options: DecideOptions,
): Decision {
  const { person } = row;
  if (options.mode === "CREATE" && !isReachable(row)) remarks.push({ code: "REQUIRED", field: "email" });
  if (person.username !== null && known.usersByUsername.has(person.username)) {
    remarks.push({ code: "USERNAME_TAKEN", field: "username" });
  }
  if (person.userType === "ADMINISTRATOR" && !can.addAdministrators(options.actor)) {
    remarks.push({ code: "NOT_ALLOWED", field: "userType" });
  }
  remarks.push(...unknownNames(known, person, ["company", "team", "label"], options));
  remarks.push(...groupRemarks(known, person, options));
  if (replacesLeader(known, person) && !can.replaceLeaders(options.actor)) {
    remarks.push({ code: "NOT_ALLOWED", field: "teamLeader" });
  }
  remarks.push(...registeredElsewhere(known, row, null, options));
  remarks.push(...invitedToMore(known, person, invitations));
  if (remarks.length > 0) return rejected(row, remarks);
  if (options.mode === "CREATE") return { ...about(row), outcome: "CREATED", closes: invitations };
  return { ...about(row), outcome: "INVITED", renews: invitations[0] ?? null };
}

/** An invitation is replaced, by another or by an account, by those alone who could have given what it holds. */
const invitedToMore = (known: Known, person: Person, invitations: readonly KnownInvitation[]): Remark[] =>
  invitations
    .filter(({ id }) => known.beyondAdder.has(id))
    .map(({ emailKey }) => ({ code: "INVITED_TO_MORE", field: emailKey === person.emailKey ? "email" : "externalId" }));

/** One signs in with an e-mail address or a username: an account needs either. A bad one is a problem already. */
const isReachable = ({ person, problems }: PersonRow): boolean =>
  person.email !== null ||
  person.username !== null ||
  problems.some(({ field }) => field === "email" || field === "username");

/** Somebody with an account is never added again: at most to groups, and changed as far as the policy and the actor go (F9, F57). */
function decideUser(
  known: Known,
  row: PersonRow,
  user: KnownUser,
  remarks: Remark[],
  options: DecideOptions,
  existing: ExistingPolicy,
): Decision {
  const { person } = row;
  const { actor } = options;
  const isFounder = user.userType === "FOUNDER";
  const isClosed = user.status === "DEACTIVATED";
  const changes = isClosed ? {} : changesFor(known, person, user, existing);
  const joins = isClosed ? [] : missingGroups(known, person, user, options);
  const leads = !isClosed && isNewLeader(known, person, user, changes, existing);
  const draft = isClosed ? null : draftFor(person, user, existing);
  const takesPart = !isClosed && options.session !== null && !known.participants.has(user.id);

  if (joins.length > 0) remarks.push(...groupRemarks(known, person, options));
  remarks.push(...unknownNames(known, person, namedChanges(changes), options));
  if (changes.username !== undefined && known.usersByUsername.has(changes.username as string)) {
    remarks.push({ code: "USERNAME_TAKEN", field: "username" });
  }
  if (draft !== null) remarks.push(...registeredElsewhere(known, row, user.id, options));
  const isChanged = leads || draft !== null || Object.keys(changes).length > 0;
  const isTouched = isChanged || (isFounder && joins.length > 0);
  if (isTouched && !can.changeUser(actor, { isFounder })) {
    remarks.push({ code: isFounder ? "NOT_THE_FOUNDER" : "NOT_ALLOWED", field: null });
  } else if (isFounder && changes.deletionDate !== undefined) {
    // the founder's account is nobody's to remove, not even by a slip of their own file
    remarks.push({ code: "NOT_THE_FOUNDER", field: "deletionDate" });
  }
  if (remarks.length > 0) return rejected(row, remarks);
  if (isChanged) return { ...about(row), outcome: "UPDATED", user, changes, joins, leads, draft };
  if (joins.length > 0) return { ...about(row), outcome: "ADDED_TO_GROUPS", user, changes, joins, leads, draft };
  if (takesPart) return { ...about(row), outcome: "UPDATED", user, changes, joins, leads, draft };
  return { ...about(row), outcome: "UNCHANGED", user, invitation: null };
}

const about = (row: PersonRow, remarks: readonly Remark[] = []) => ({ row: row.row, person: row.person, remarks });

const rejected = (row: PersonRow, remarks: readonly Remark[]): Decision => ({
  ...about(row, remarks),
  outcome: "REJECTED",
});

/** Who has the address or the external id; "two" when these are two people. */
function findUser(known: Known, person: Person): KnownUser | "two" | null {
  const byEmail = (person.emailKey !== null && known.usersByEmail.get(person.emailKey)) || null;
  const byExternalId = (person.externalId !== null && known.usersByExternalId.get(person.externalId)) || null;
  if (byEmail && byExternalId && byEmail.id !== byExternalId.id) return "two";
  return byEmail ?? byExternalId;
}

/**
 * The open invitations of the address and of the external id, which may have gone to another address; a live one first, since
 * it decides, whichever field it was found by.
 */
function findInvitations(known: Known, person: Person, now: Date): KnownInvitation[] {
  const byEmail = (person.emailKey !== null && known.invitationsByEmail.get(person.emailKey)) || null;
  const byExternalId = (person.externalId !== null && known.invitationsByExternalId.get(person.externalId)) || null;
  const found = new Set([byEmail, byExternalId].filter((one) => one !== null));
  return [...found].sort((a, b) => Number(b.expiresAt > now) - Number(a.expiresAt > now));
}

const nameField = { company: "company", team: "team", label: "label" } as const;
type NamedField = keyof typeof nameField;
const unknownCode = { company: "UNKNOWN_COMPANY", team: "UNKNOWN_TEAM", label: "UNKNOWN_LABEL" } as const;

const namedChanges = (changes: UserChanges): NamedField[] =>
  (Object.keys(nameField) as NamedField[]).filter((field) => changes[field] !== undefined);

function unknownNames(known: Known, person: Person, fields: NamedField[], options: DecideOptions): Remark[] {
  if (options.createMissing && mayMakeNames(options)) return [];
  return fields.flatMap((field) => {
    const name = person[field];
    if (name === null || known.names.idOf(field, name) !== undefined) return [];
    return [{ code: unknownCode[field], field }];
  });
}

/** Groups that do not exist, and roles that are not the actor's to give. */
function groupRemarks(known: Known, person: Person, options: DecideOptions): Remark[] {
  if (person.groups.length === 0) return [];
  const remarks: Remark[] = [];
  if (!options.createMissing) {
    person.groups.forEach((group, index) => {
      if (known.names.idOf("group", group) === undefined)
        remarks.push({ code: "UNKNOWN_GROUP", field: "groups", index });
    });
  }
  const groupIds = person.groups.map((group) => known.names.idOf("group", group) ?? null);
  person.roles.forEach((role, index) => {
    const isGiven = groupIds.every((groupId) => mayGiveRole(options, role, groupId));
    if (!isGiven) remarks.push({ code: "NOT_ALLOWED", field: "roles", index });
  });
  return remarks;
}

/**
 * Numbers that somebody else is registered with: nobody is registered twice. Told only to those who may read identities, or a file
 * of numbers would find out who is here; for others the person meets it when they submit.
 */
function registeredElsewhere(
  known: Known,
  { row }: PersonRow,
  userId: string | null,
  { actor }: DecideOptions,
): Remark[] {
  if (!can.manageIdentities(actor)) return [];
  const others = (known.registered.get(row) ?? []).filter((number) => number.userId !== userId);
  return others.map(({ field }) => ({ code: "ALREADY_REGISTERED", field }));
}

/** The named groups in which the user lacks one of the roles; a program session takes whoever is in its group, in whatever role. */
function missingGroups(known: Known, person: Person, user: KnownUser, { session }: DecideOptions): string[] {
  return person.groups.filter((group) => {
    const groupId = known.names.idOf("group", group);
    const has = (role: GroupRole) => known.memberships.has(membershipKey(user.id, groupId ?? "", role));
    return session ? !groupRoles.some(has) : !person.roles.every(has);
  });
}

function changesFor(known: Known, person: Person, user: KnownUser, policy: ExistingPolicy): UserChanges {
  if (policy === "LEAVE") return {};
  const changes: UserChanges = {};
  const propose = <Field extends keyof UserChanges>(field: Field, given: UserChanges[Field] | null, has: unknown) => {
    if (given === null || given === has) return;
    if (policy === "UPDATE" || has === null) changes[field] = given as UserChanges[Field];
  };
  const idOf = (field: NamedField) => {
    const name = person[field];
    return name === null ? null : (known.names.idOf(field, name) ?? "to be made");
  };
  propose("username", person.username, user.username);
  propose("firstName", person.firstName, user.firstName);
  propose("lastName", person.lastName, user.lastName);
  propose("language", person.language, user.language);
  propose("deletionDate", person.deletionDate, user.deletionDate);
  propose("externalId", person.externalId, user.externalId);
  if (idOf("company") !== user.companyId) propose("company", person.company, user.companyId);
  if (idOf("team") !== user.teamId) propose("team", person.team, user.teamId);
  if (idOf("label") !== user.labelId) propose("label", person.label, user.labelId);
  return changes;
}

/** What is known of the identity of somebody who has none yet; one that was begun is the person's own, whatever the policy (F44). */
const draftFor = ({ identity }: Person, { identityStatus }: KnownUser, policy: ExistingPolicy): Identity | null =>
  policy === "LEAVE" || identityStatus !== "NONE" ? null : identity;

/** Whether the row's team is led by somebody else than the row says. */
function replacesLeader({ names }: Known, { team, teamLeader }: Person): boolean {
  const leader = team === null ? null : names.leaders.get(names.keyOf(team));
  return teamLeader !== null && leader != null && leader !== teamLeader;
}

function isNewLeader(
  known: Known,
  person: Person,
  user: KnownUser,
  changes: UserChanges,
  policy: ExistingPolicy,
): boolean {
  if (policy === "LEAVE" || person.team === null || person.teamLeader === null) return false;
  // a row speaks of the team that its person is in
  if (changes.team === undefined && known.names.idOf("team", person.team) !== user.teamId) return false;
  const leader = known.names.leaders.get(known.names.keyOf(person.team)) ?? null;
  return policy === "UPDATE" ? leader !== person.teamLeader : leader === null;
}

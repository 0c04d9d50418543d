import type { GroupRole } from "./roles.js";
import type { AddableUserType } from "./user-type.js";

export const permissions = ["USER_REGISTRATION", "CAN_BULK_INVITE", "MANAGE_USERS"] as const;
export type Permission = (typeof permissions)[number];

export type UserType = "FOUNDER" | AddableUserType;
export type UserStatus = "PENDING" | "ACTIVE" | "DEACTIVATED";

/** Who acts, as far as permissions need to know. */
export interface Actor {
  /** A token is its maker within its scopes: `grants` then holds only what both have, and being founder counts for nothing. */
  kind: "user" | "token" | "anonymous";
  isFounder: boolean;
  userType: UserType | null;
  /** Of the user, or of the user who made the token. */
  status: UserStatus | null;
  grants: ReadonlySet<Permission>;
  /** Ids of the groups in which they have the role ADMINISTRATOR, and those with the role COACH. */
  administers: ReadonlySet<string>;
  coaches: ReadonlySet<string>;
  /** The workspace requires a validated identity that they do not have: nothing is theirs to do but to get one (F62). */
  awaitsIdentity: boolean;
}

/** A program session, as far as permissions need to know. */
export interface SessionFacts {
  groupId: string;
  /** Whether whoever acts is one of its instructors. */
  isInstructor: boolean;
}

/** Who is signed in and ACTIVE, with the identity that the workspace requires. Everyone else may do nothing that is asked here. */
const isActive = (a: Actor) => a.kind !== "anonymous" && a.status === "ACTIVE" && !a.awaitsIdentity;
const isFounder = (a: Actor) => isActive(a) && a.kind === "user" && a.isFounder;
const isAdministrator = (a: Actor) =>
  isFounder(a) || (isActive(a) && a.kind === "user" && a.userType === "ADMINISTRATOR");
/** The founder holds every permission (F53); others what they were granted. */
const holds = (a: Actor, permission: Permission) => isFounder(a) || (isActive(a) && a.grants.has(permission));

/** Group roles are a user's own: a token carries scopes, and none of them is a group. */
const administers = (a: Actor, groupId: string) => isActive(a) && a.kind === "user" && a.administers.has(groupId);
const coaches = (a: Actor, groupId: string) => isActive(a) && a.kind === "user" && a.coaches.has(groupId);

/** What an actor may do, as sentences (F53 to F57). */
export const can = {
  /** Anything at all beyond one's own registration, profile and sessions (F62). */
  useWorkspace: (a: Actor) => isActive(a),

  /** Invite people to the whole workspace, and create them. Within a group or a program session: see `inviteTo`, `inviteFrom`. */
  add: (a: Actor) => isAdministrator(a) || holds(a, "USER_REGISTRATION"),
  /** Invite somewhere: to the whole workspace or to a group of theirs (F6). */
  invite: (a: Actor) => can.add(a) || can.administerSome(a),
  /** Add many in one call (F55): for those who may also add people, within the same bounds. */
  bulkInvite: (a: Actor) => can.invite(a) && holds(a, "CAN_BULK_INVITE"),
  /** Import files (F55): a file names companies, so it is for the whole workspace. */
  importFiles: (a: Actor) => can.add(a) && holds(a, "CAN_BULK_INVITE"),
  /** Nobody grants more than they hold (F57): a MEMBER adds MEMBERs. */
  addAdministrators: (a: Actor) => isAdministrator(a),
  /** A file of people is its maker's; the founder sees everyone's. */
  /** Imports and their reports, also of who may begin none any more: what came of the rows is still theirs to mend. */
  seeImports: (a: Actor) => can.add(a),
  seeImport: (a: Actor, isOwn: boolean) => can.seeImports(a) && (isOwn || isFounder(a)),
  /** `groupId` null: of a group that is still to be made. A group's administrator gives any role in it (F6). In a group, coaches and administrators may invite in turn: a MEMBER makes learners. */
  giveGroupRole: (a: Actor, role: GroupRole, groupId: string | null) =>
    isAdministrator(a) || (groupId !== null && administers(a, groupId)) || (can.add(a) && role === "LEARNER"),
  /** To one group: in any role up to their own, with language and label, without a deletion date (F6). */
  inviteTo: (a: Actor, groupId: string) => can.add(a) || administers(a, groupId),
  /** From a program session: instructors who coach or administer its group; learners of that one group (F7). */
  inviteFrom: (a: Actor, { groupId, isInstructor }: SessionFacts) =>
    can.inviteTo(a, groupId) || (isInstructor && coaches(a, groupId)),
  /** Whether an address or a username is free: whoever adds people has to know. */
  askAvailability: (a: Actor) => can.invite(a) || can.coachSome(a) || holds(a, "CAN_BULK_INVITE"),

  /** The lists of companies, groups, teams and labels, to pick from. A group's administrator sees their own groups alone. */
  seeNames: (a: Actor) => can.add(a) || can.seeUsers(a),
  /** A label is what a group's administrator may give too (F6). */
  seeLabels: (a: Actor) => can.seeNames(a) || can.administerSome(a),
  /** Say who leads a team that somebody leads already. Who leads a new one, or one without a leader, comes with its people (F36). */
  replaceLeaders: (a: Actor) => isAdministrator(a),
  /** Make, rename, merge and delete companies, groups, teams and labels, and put people into them. */
  manageNames: (a: Actor) => isAdministrator(a),
  /** Is administrator of some group, or coach of one. */
  administerSome: (a: Actor) => isActive(a) && a.kind === "user" && a.administers.size > 0,
  coachSome: (a: Actor) => isActive(a) && a.kind === "user" && a.coaches.size > 0,
  seeGroup: (a: Actor, groupId: string) => can.seeNames(a) || administers(a, groupId),
  /** Who is in a group, and who is invited to it. */
  seeMembers: (a: Actor, groupId: string) => can.seeUsers(a) || administers(a, groupId),
  /** Put people who are here into a group and take them out of it. */
  changeMembers: (a: Actor, groupId: string) => isAdministrator(a) || administers(a, groupId),
  /** A program session with its people. Whoever sees all users, its group's administrators, its instructors who coach its group. */
  seeSession: (a: Actor, { groupId, isInstructor }: SessionFacts) =>
    can.seeUsers(a) || administers(a, groupId) || (isInstructor && coaches(a, groupId)),
  /** Program sessions at all: everyone's, or one's own. */
  seeSessions: (a: Actor) => can.seeUsers(a) || can.administerSome(a) || can.coachSome(a),
  /** Make, change, merge and delete the program sessions of a group, and say who instructs and takes part. */
  manageSessions: (a: Actor, groupId: string) => isAdministrator(a) || administers(a, groupId),

  /** Those who register identities search for the person first (F59). */
  seeUsers: (a: Actor) => isAdministrator(a) || holds(a, "MANAGE_USERS"),
  /** Edit, deactivate, delete, export users, whoever they are (F53). */
  changeUsers: (a: Actor) => isAdministrator(a),
  /** One of them: never the founder (F53). */
  changeUser: (a: Actor, user: { isFounder: boolean }) => isFounder(a) || (isAdministrator(a) && !user.isFounder),
  /** All invitations of the workspace. */
  seeInvitations: (a: Actor) => can.add(a),
  /** Cancel, resend, correct: those of the whole workspace, or those to groups of theirs that promise nothing beyond. */
  changeInvitations: (a: Actor) => can.invite(a),
  /** The invitation mail before anyone gets it (F64): whoever may invite somewhere, or from a program session. */
  previewInvitation: (a: Actor) => can.invite(a) || can.coachSome(a),
  /** What a mail provider learnt of mails: whoever says so marks addresses as dead. */
  reportDeliveries: (a: Actor) => isAdministrator(a),

  /** The section "User registration": administrators have it only with the permission (F54). */
  openUserRegistration: (a: Actor) => holds(a, "USER_REGISTRATION"),
  /** Read, register, validate, reject identities (F56). */
  manageIdentities: (a: Actor) => holds(a, "MANAGE_USERS"),
  /** Nobody but the founder validates their own (F56). */
  validateIdentity: (a: Actor, isOwn: boolean) => isFounder(a) || (can.manageIdentities(a) && !isOwn),
  /** The founder's is nobody else's to register, validate or reject (F53). */
  decideIdentityOf: (a: Actor, target: { isFounder: boolean }) =>
    isFounder(a) || (can.manageIdentities(a) && !target.isFounder),
  /** Account and identity in one step (F61). */
  completeRegistration: (a: Actor) => can.add(a) && can.manageIdentities(a),

  /** Grant and take permissions (F54, F55). */
  grantPermissions: (a: Actor) => isFounder(a),
  /** Hand the workspace over to somebody else. */
  transferFoundership: (a: Actor) => isFounder(a),
  updateWorkspace: (a: Actor) => isFounder(a),
  /** The development inbox holds everyone's links. */
  readInbox: (a: Actor) => isFounder(a),
};

/** How many people one call may add: 0 for those who may add none. */
export function peoplePerCall(actor: Actor): number {
  if (!can.invite(actor) && !can.coachSome(actor)) return 0;
  return can.bulkInvite(actor) ? 5000 : 50;
}

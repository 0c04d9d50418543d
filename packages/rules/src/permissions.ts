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
}

/** Who is signed in and ACTIVE. Everyone else may do nothing that is asked here. */
const isActive = (a: Actor) => a.kind !== "anonymous" && a.status === "ACTIVE";
const isFounder = (a: Actor) => isActive(a) && a.kind === "user" && a.isFounder;
const isAdministrator = (a: Actor) =>
  isFounder(a) || (isActive(a) && a.kind === "user" && a.userType === "ADMINISTRATOR");
/** The founder holds every permission (F53); others what they were granted. */
const holds = (a: Actor, permission: Permission) => isFounder(a) || (isActive(a) && a.grants.has(permission));

/** What an actor may do, as sentences (F53 to F57). */
export const can = {
  /** Invite people, and create them. */
  add: (a: Actor) => isAdministrator(a) || holds(a, "USER_REGISTRATION"),
  /** Add many in one call, and import files (F55). */
  bulkInvite: (a: Actor) => can.add(a) && holds(a, "CAN_BULK_INVITE"),
  /** Nobody grants more than they hold (F57): a MEMBER adds MEMBERs. */
  addAdministrators: (a: Actor) => isAdministrator(a),
  /** A file of people is its maker's; the founder sees everyone's. */
  seeImport: (a: Actor, isOwn: boolean) => can.bulkInvite(a) && (isOwn || isFounder(a)),
  /** In a group, coaches and administrators may invite in turn: a MEMBER makes learners. */
  giveGroupRole: (a: Actor, role: GroupRole) => isAdministrator(a) || (can.add(a) && role === "LEARNER"),
  /** Whether an address or a username is free: whoever adds people has to know. */
  askAvailability: (a: Actor) => can.add(a) || holds(a, "CAN_BULK_INVITE"),

  /** Those who register identities search for the person first (F59). */
  seeUsers: (a: Actor) => isAdministrator(a) || holds(a, "MANAGE_USERS"),
  /** Edit, deactivate, delete, export users, whoever they are (F53). */
  changeUsers: (a: Actor) => isAdministrator(a),
  /** One of them: never the founder (F53). */
  changeUser: (a: Actor, user: { isFounder: boolean }) => isFounder(a) || (isAdministrator(a) && !user.isFounder),
  seeInvitations: (a: Actor) => can.add(a),
  changeInvitations: (a: Actor) => can.add(a),
  /** What a mail provider learnt of mails: whoever says so marks addresses as dead. */
  reportDeliveries: (a: Actor) => isAdministrator(a),

  /** The section "User registration": administrators have it only with the permission (F54). */
  openUserRegistration: (a: Actor) => holds(a, "USER_REGISTRATION"),
  /** Read, register, validate, reject identities (F56). */
  manageIdentities: (a: Actor) => holds(a, "MANAGE_USERS"),
  /** Nobody but the founder validates their own (F56). */
  validateIdentity: (a: Actor, isOwn: boolean) => isFounder(a) || (can.manageIdentities(a) && !isOwn),
  /** Account and identity in one step (F61). */
  completeRegistration: (a: Actor) => can.add(a) && can.manageIdentities(a),

  /** Grant and take permissions (F54, F55). */
  grantPermissions: (a: Actor) => isFounder(a),
  updateWorkspace: (a: Actor) => isFounder(a),
  /** The development inbox holds everyone's links. */
  readInbox: (a: Actor) => isFounder(a),
};

/** How many people one call may add: 0 for those who may add none. */
export function peoplePerCall(actor: Actor): number {
  if (!can.add(actor)) return 0;
  return can.bulkInvite(actor) ? 5000 : 50;
}

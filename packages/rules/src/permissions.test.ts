import { type Actor, can, type Permission, peoplePerCall, type SessionFacts } from "./permissions.js";
import { groupRoles } from "./roles.js";

const who = (more: Partial<Omit<Actor, "grants">> = {}, ...grants: Permission[]): Actor => ({
  kind: "user",
  isFounder: false,
  userType: "MEMBER",
  status: "ACTIVE",
  administers: new Set(),
  coaches: new Set(),
  awaitsIdentity: false,
  ...more,
  grants: new Set(grants),
});
const all: Permission[] = ["USER_REGISTRATION", "CAN_BULK_INVITE", "MANAGE_USERS"];

/** "The group" is g1; there is another. */
const inGroup = { administers: new Set(["g1"]) };
const asCoach = { coaches: new Set(["g1"]) };

const actors = {
  founder: who({ isFounder: true, userType: "FOUNDER" }),
  administrator: who({ userType: "ADMINISTRATOR" }),
  "administrator who may bulk invite": who({ userType: "ADMINISTRATOR" }, "CAN_BULK_INVITE"),
  member: who(),
  "member with USER_REGISTRATION": who({}, "USER_REGISTRATION"),
  "member who may only bulk invite": who({}, "CAN_BULK_INVITE"),
  "member with both": who({}, "USER_REGISTRATION", "CAN_BULK_INVITE"),
  "member with MANAGE_USERS": who({}, "MANAGE_USERS"),
  "group administrator": who(inGroup),
  "group administrator who may bulk invite": who(inGroup, "CAN_BULK_INVITE"),
  "group administrator with USER_REGISTRATION": who(inGroup, "USER_REGISTRATION"),
  "another group's administrator": who({ administers: new Set(["g2"]) }),
  coach: who(asCoach),
  "coach who may bulk invite": who(asCoach, "CAN_BULK_INVITE"),
  "another group's coach": who({ coaches: new Set(["g2"]) }),
  "pending founder": who({ isFounder: true, userType: "FOUNDER", status: "PENDING" }, ...all),
  "pending group administrator": who({ ...inGroup, ...asCoach, status: "PENDING" }, ...all),
  "deactivated administrator": who({ userType: "ADMINISTRATOR", status: "DEACTIVATED" }, ...all),
  "deactivated group administrator": who({ ...inGroup, ...asCoach, status: "DEACTIVATED" }, ...all),
  "administrator who awaits an identity": who(
    { userType: "ADMINISTRATOR", ...inGroup, ...asCoach, awaitsIdentity: true },
    ...all,
  ),
  "nobody signed in": who({ kind: "anonymous", userType: null, status: null }),
  "nobody signed in, whatever else is said": who(
    { kind: "anonymous", isFounder: true, userType: "FOUNDER", ...inGroup, ...asCoach },
    ...all,
  ),
  "founder's token without scopes": who({ kind: "token", isFounder: true, userType: "FOUNDER" }),
  "founder's token to add and bulk invite": who(
    { kind: "token", isFounder: true },
    "USER_REGISTRATION",
    "CAN_BULK_INVITE",
  ),
  "group administrator's token without scopes": who({ kind: "token", ...inGroup, ...asCoach }),
  "group administrator's token to bulk invite": who({ kind: "token", ...inGroup, ...asCoach }, "CAN_BULK_INVITE"),
};

type Name = keyof typeof actors;

const active = (Object.keys(actors) as Name[]).filter((name) => !/^(pending|deactivated|nobody)|awaits/.test(name));
const administrators: Name[] = ["founder", "administrator", "administrator who may bulk invite"];
const adders: Name[] = [
  ...administrators,
  "member with USER_REGISTRATION",
  "member with both",
  "group administrator with USER_REGISTRATION",
  "founder's token to add and bulk invite",
];
const groupAdministrators: Name[] = [
  "group administrator",
  "group administrator who may bulk invite",
  "group administrator with USER_REGISTRATION",
];
const coaches: Name[] = ["coach", "coach who may bulk invite"];
const seers: Name[] = [...administrators, "member with MANAGE_USERS"];
const elsewhere: Name = "another group's administrator";

const session = (isInstructor: boolean): SessionFacts => ({ groupId: "g1", isInstructor });

const allowed: [string, (a: Actor) => boolean, Name[]][] = [
  ["add people (F53, F54)", can.add, adders],
  ["invite somewhere (F6, F53)", can.invite, [...adders, ...groupAdministrators, elsewhere]],
  [
    "bulk invite (F55)",
    can.bulkInvite,
    [
      "founder",
      "administrator who may bulk invite",
      "member with both",
      "group administrator who may bulk invite",
      "founder's token to add and bulk invite",
    ],
  ],
  [
    "import files (F55)",
    can.importFiles,
    ["founder", "administrator who may bulk invite", "member with both", "founder's token to add and bulk invite"],
  ],
  ["see imports of their own, also when they may begin none", can.seeImports, adders],
  ["see the file of somebody else", (a) => can.seeImport(a, false), ["founder"]],
  ["add administrators (F57)", can.addAdministrators, administrators],

  ["do anything beyond their own registration and profile (F62)", can.useWorkspace, active],

  ["invite to the group (F6)", (a) => can.inviteTo(a, "g1"), [...adders, ...groupAdministrators]],
  [
    "invite from a program session of the group that they instruct (F7)",
    (a) => can.inviteFrom(a, session(true)),
    [...adders, ...groupAdministrators, ...coaches],
  ],
  [
    "invite from one that they do not instruct (F7)",
    (a) => can.inviteFrom(a, session(false)),
    [...adders, ...groupAdministrators],
  ],
  [
    "make administrators of the group (F6, F57)",
    (a) => can.giveGroupRole(a, "ADMINISTRATOR", "g1"),
    [...administrators, ...groupAdministrators],
  ],
  [
    "make coaches of the group (F6, F57)",
    (a) => can.giveGroupRole(a, "COACH", "g1"),
    [...administrators, ...groupAdministrators],
  ],
  [
    "make learners of the group (F6, F54)",
    (a) => can.giveGroupRole(a, "LEARNER", "g1"),
    [...adders, ...groupAdministrators],
  ],
  [
    "make administrators of a group that is still to be made (F57)",
    (a) => can.giveGroupRole(a, "ADMINISTRATOR", null),
    administrators,
  ],
  ["make its learners (F57)", (a) => can.giveGroupRole(a, "LEARNER", null), adders],
  ["see all invitations", can.seeInvitations, adders],
  ["cancel, resend and correct invitations", can.changeInvitations, [...adders, ...groupAdministrators, elsewhere]],
  [
    "look at the invitation mail before it is sent (F64)",
    can.previewInvitation,
    [...adders, ...groupAdministrators, ...coaches, elsewhere, "another group's coach"],
  ],
  [
    "ask whether an address is free (F10)",
    can.askAvailability,
    [
      ...adders,
      ...groupAdministrators,
      ...coaches,
      elsewhere,
      "another group's coach",
      "member who may only bulk invite",
      "group administrator's token to bulk invite",
    ],
  ],

  ["see companies, groups and teams", can.seeNames, [...adders, ...seers]],
  ["see labels (F6)", can.seeLabels, [...adders, ...seers, ...groupAdministrators, elsewhere]],
  ["say who leads a team that is led already", can.replaceLeaders, administrators],
  ["make, rename, merge and delete them", can.manageNames, administrators],
  ["see the group", (a) => can.seeGroup(a, "g1"), [...adders, ...seers, ...groupAdministrators]],
  ["see who is in the group", (a) => can.seeMembers(a, "g1"), [...seers, ...groupAdministrators]],
  ["change who is in the group", (a) => can.changeMembers(a, "g1"), [...administrators, ...groupAdministrators]],
  [
    "see program sessions",
    can.seeSessions,
    [...seers, ...groupAdministrators, ...coaches, elsewhere, "another group's coach"],
  ],
  [
    "see a program session of the group that they instruct",
    (a) => can.seeSession(a, session(true)),
    [...seers, ...groupAdministrators, ...coaches],
  ],
  ["see one that they do not instruct", (a) => can.seeSession(a, session(false)), [...seers, ...groupAdministrators]],
  [
    "plan the group's program sessions",
    (a) => can.manageSessions(a, "g1"),
    [...administrators, ...groupAdministrators],
  ],

  ["see users (F53, F56)", can.seeUsers, seers],
  ["change users (F53)", can.changeUsers, administrators],
  ["change the founder (F53)", (a) => can.changeUser(a, { isFounder: true }), ["founder"]],
  ["change others (F53)", (a) => can.changeUser(a, { isFounder: false }), administrators],
  ["report what became of mails", can.reportDeliveries, administrators],

  [
    "open User registration (F54)",
    can.openUserRegistration,
    [
      "founder",
      "member with USER_REGISTRATION",
      "member with both",
      "group administrator with USER_REGISTRATION",
      "founder's token to add and bulk invite",
    ],
  ],
  ["manage identities (F56)", can.manageIdentities, ["founder", "member with MANAGE_USERS"]],
  ["validate their own identity (F56)", (a) => can.validateIdentity(a, true), ["founder"]],
  ["decide about the founder's (F53)", (a) => can.decideIdentityOf(a, { isFounder: true }), ["founder"]],
  [
    "decide about a member's (F56)",
    (a) => can.decideIdentityOf(a, { isFounder: false }),
    ["founder", "member with MANAGE_USERS"],
  ],
  ["validate somebody else's (F56)", (a) => can.validateIdentity(a, false), ["founder", "member with MANAGE_USERS"]],
  ["complete a registration (F56)", can.completeRegistration, ["founder"]],

  ["grant permissions (F54, F55)", can.grantPermissions, ["founder"]],
  ["hand the workspace over (F52)", can.transferFoundership, ["founder"]],
  ["change the workspace", can.updateWorkspace, ["founder"]],
  ["read the development inbox", can.readInbox, ["founder"]],
];

const names = Object.keys(actors) as Name[];

it.each(allowed)("these may %s, and nobody else", (_, may, expected) => {
  const isExpected = new Set(expected);
  expect(names.filter((name) => may(actors[name]))).toEqual(names.filter((name) => isExpected.has(name)));
});

it("asks every sentence that there is", () => {
  const asked = allowed.map(([, may]) => String(may)).join(" ");
  const isAsked = (name: string) =>
    asked.includes(`can.${name}(`) || allowed.some(([, may]) => may === can[name as keyof typeof can]);
  // told of by name in the sentences that are made of them
  const parts = ["administerSome", "coachSome"];
  expect(Object.keys(can).filter((name) => !isAsked(name) && !parts.includes(name))).toEqual([]);
});

it("gives nobody in another group what they are in their own (F6, F57)", () => {
  for (const actor of [actors["group administrator"], actors.coach]) {
    const other = { groupId: "g2", isInstructor: true };
    expect([
      can.inviteTo(actor, "g2"),
      can.inviteFrom(actor, other),
      can.seeGroup(actor, "g2"),
      can.seeMembers(actor, "g2"),
      can.changeMembers(actor, "g2"),
      can.seeSession(actor, other),
      can.manageSessions(actor, "g2"),
      ...groupRoles.map((role) => can.giveGroupRole(actor, role, "g2")),
    ]).not.toContain(true);
  }
});

it.each([
  ["founder", 5000],
  ["administrator who may bulk invite", 5000],
  ["administrator", 50],
  ["member with USER_REGISTRATION", 50],
  ["group administrator", 50],
  ["group administrator who may bulk invite", 5000],
  ["coach", 50],
  // a program session is not filled in bulk: that is for those who may invite to its group
  ["coach who may bulk invite", 50],
  ["member who may only bulk invite", 0],
  ["group administrator's token to bulk invite", 0],
  ["deactivated group administrator", 0],
  ["nobody signed in", 0],
] as const)("a call of the %s adds at most %i people (F55)", (name, people) => {
  expect(peoplePerCall(actors[name])).toBe(people);
});

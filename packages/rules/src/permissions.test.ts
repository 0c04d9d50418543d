import { type Actor, can, type Permission, peoplePerCall } from "./permissions.js";

const who = (more: Partial<Omit<Actor, "grants">> = {}, ...grants: Permission[]): Actor => ({
  kind: "user",
  isFounder: false,
  userType: "MEMBER",
  status: "ACTIVE",
  administers: new Set(),
  coaches: new Set(),
  ...more,
  grants: new Set(grants),
});
const all: Permission[] = ["USER_REGISTRATION", "CAN_BULK_INVITE", "MANAGE_USERS"];

const actors: Record<string, Actor> = {
  founder: who({ isFounder: true, userType: "FOUNDER" }),
  administrator: who({ userType: "ADMINISTRATOR" }),
  "administrator who may bulk invite": who({ userType: "ADMINISTRATOR" }, "CAN_BULK_INVITE"),
  member: who(),
  "member with USER_REGISTRATION": who({}, "USER_REGISTRATION"),
  "member who may only bulk invite": who({}, "CAN_BULK_INVITE"),
  "member with both": who({}, "USER_REGISTRATION", "CAN_BULK_INVITE"),
  "member with MANAGE_USERS": who({}, "MANAGE_USERS"),
  "pending founder": who({ isFounder: true, userType: "FOUNDER", status: "PENDING" }, ...all),
  "deactivated administrator": who({ userType: "ADMINISTRATOR", status: "DEACTIVATED" }, ...all),
  "nobody signed in": who({ kind: "anonymous", userType: null, status: null }),
  "nobody signed in, whatever else is said": who({ kind: "anonymous", isFounder: true }, ...all),
  "founder's token without scopes": who({ kind: "token", isFounder: true, userType: "FOUNDER" }),
  "founder's token to add and bulk invite": who(
    { kind: "token", isFounder: true },
    "USER_REGISTRATION",
    "CAN_BULK_INVITE",
  ),
};

const allowed: [string, (a: Actor) => boolean, string[]][] = [
  [
    "add people (F53, F54)",
    can.add,
    [
      "founder",
      "administrator",
      "administrator who may bulk invite",
      "member with USER_REGISTRATION",
      "member with both",
      "founder's token to add and bulk invite",
    ],
  ],
  [
    "bulk invite (F55)",
    can.bulkInvite,
    ["founder", "administrator who may bulk invite", "member with both", "founder's token to add and bulk invite"],
  ],
  [
    "add administrators (F57)",
    can.addAdministrators,
    ["founder", "administrator", "administrator who may bulk invite"],
  ],
  [
    "see users (F53, F56)",
    can.seeUsers,
    ["founder", "administrator", "administrator who may bulk invite", "member with MANAGE_USERS"],
  ],
  [
    "open User registration (F54)",
    can.openUserRegistration,
    ["founder", "member with USER_REGISTRATION", "member with both", "founder's token to add and bulk invite"],
  ],
  ["manage identities (F56)", can.manageIdentities, ["founder", "member with MANAGE_USERS"]],
  ["validate their own identity (F56)", (a) => can.validateIdentity(a, true), ["founder"]],
  ["complete a registration (F56)", can.completeRegistration, ["founder"]],
  ["grant permissions (F54, F55)", can.grantPermissions, ["founder"]],
  ["change the workspace", can.updateWorkspace, ["founder"]],
  ["read the development inbox", can.readInbox, ["founder"]],
  ["change the founder (F53)", (a) => can.changeUser(a, { isFounder: true }), ["founder"]],
  [
    "change others (F53)",
    (a) => can.changeUser(a, { isFounder: false }),
    ["founder", "administrator", "administrator who may bulk invite"],
  ],
  [
    "make group administrators (F57)",
    (a) => can.giveGroupRole(a, "ADMINISTRATOR", "g1"),
    ["founder", "administrator", "administrator who may bulk invite"],
  ],
];

it.each(allowed)("these may %s", (_, may, names) => {
  expect(Object.keys(actors).filter((name) => may(actors[name] as Actor))).toEqual(names);
});

it("lets those who may add people see and change invitations, make learners and ask for free addresses", () => {
  for (const actor of Object.values(actors)) {
    const adds = can.add(actor);
    expect(can.seeInvitations(actor)).toBe(adds);
    expect(can.changeInvitations(actor)).toBe(adds);
    expect(can.giveGroupRole(actor, "LEARNER", "g1")).toBe(adds);
    if (adds) expect(can.askAvailability(actor)).toBe(true);
  }
});

it.each([
  ["founder", 5000],
  ["administrator who may bulk invite", 5000],
  ["administrator", 50],
  ["member with USER_REGISTRATION", 50],
  ["member who may only bulk invite", 0],
  ["nobody signed in", 0],
])("a call of the %s adds at most %i people (F55)", (name, people) => {
  expect(peoplePerCall(actors[name] as Actor)).toBe(people);
});

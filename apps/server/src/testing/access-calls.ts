import { bulkInsert } from "../db/bulk-insert.js";
import { newId } from "../db/ids.js";
import type { NamedKind } from "../groups/find-or-create-names.js";
import type { Group } from "../groups/group.entity.js";
import { InvitationGroup } from "../invitations/invitation-group.entity.js";
import { messageIdOf } from "../mail/message-id.js";
import { OutboxMail } from "../mail/outbox-mail.entity.js";
import { transferLifetime } from "../permissions/foundership-offered-mail.js";
import { FoundershipTransfer } from "../permissions/foundership-transfer.entity.js";
import { ProgramSessionMember } from "../program-sessions/program-session-member.entity.js";
import { Task } from "../tasks/task.entity.js";
import { User } from "../users/user.entity.js";
import { aProgramSession } from "./a-program-session.js";
import { aResetLink } from "./a-reset-link.js";
import { aStoredIdentity } from "./a-stored-identity.js";
import type { Places } from "./access-places.js";
import { anActivationLink } from "./an-activation-link.js";
import { anEmailChangeLink } from "./an-email-change-link.js";
import { anIdentity } from "./an-identity.js";
import { anInvitationLink } from "./an-invitation-link.js";
import { type Browser, founderPassword, founding } from "./browser.js";
import { aName, inGroup } from "./names.js";
import { aMailRow, aUser } from "./rows.js";
import type { TestApp } from "./start-app.js";

/** Who calls, in which workspace. */
export interface Calling {
  readonly test: TestApp;
  readonly founder: User;
  /** null for anonymous. */
  readonly user: User | null;
  readonly browser: Browser;
  readonly founderBrowser: Browser;
  readonly places: Places;
}

type Variables = Record<string, unknown>;
type Call = (calling: Calling) => Variables | Promise<Variables>;

const somebody = () => `${newId()}@example.org`;

/** One that leads into these groups. */
async function freshInvitation({ test, founder }: Calling, ...groups: Group[]) {
  const { workspaceId, id: inviterId } = founder;
  const fresh = await anInvitationLink(test.app, { workspaceId, email: somebody(), inviterId });
  const { id: invitationId } = fresh.invitation;
  const promises = groups.map(({ id: groupId }) => ({ workspaceId, invitationId, groupId, role: "LEARNER" as const }));
  await test.app.db.tx((tx) => bulkInsert(tx, InvitationGroup, promises));
  return fresh;
}

const freshToken = async (calling: Calling) => (await freshInvitation(calling)).token;

/** The ways in which an operation on an invitation is called: on one without a group, to group one, and to a further group too. */
const onInvitations = (operation: string, inputOf: (id: string) => Variables): Record<string, Call> => {
  const on =
    (...names: ("one" | "three")[]): Call =>
    async (calling) => {
      const { invitation } = await freshInvitation(calling, ...names.map((name) => calling.places[name]));
      return { input: inputOf(invitation.id) };
    };
  return { [operation]: on(), [`${operation}/group`]: on("one"), [`${operation}/beyond`]: on("one", "three") };
};

/** The same for all that match. */
const onAllInvitations = (operation: string): Record<string, Call> => {
  const filter = () => ({ search: newId() });
  return {
    [`${operation}/all`]: () => ({ input: { filter: filter(), expectedCount: 0 } }),
    [`${operation}/all-of-group`]: ({ places }) => ({
      input: { filter: { ...filter(), groupId: places.one.id }, expectedCount: 0 },
    }),
  };
};

/** Somebody to act on. */
async function aMember({ test, founder }: Calling): Promise<string> {
  const member = aUser({ workspaceId: founder.workspaceId, email: somebody(), username: newId() });
  await test.app.db.tx((tx) => bulkInsert(tx, User, [member]));
  return member.id;
}

async function aMemberOfGroupOne(calling: Calling): Promise<string> {
  const id = await aMember(calling);
  await inGroup(calling.test.app, calling.places.one, [{ id }], ["LEARNER"]);
  return id;
}

const someUsers = async (calling: Calling) => ({ input: { ids: [await aMember(calling)] } });

/** Somebody whose account was created by this user and waits. */
async function aWaiting({ test, founder }: Calling, createdById: string): Promise<string> {
  const { user } = await anActivationLink(test.app, {
    workspaceId: founder.workspaceId,
    email: somebody(),
    username: newId(),
    createdById,
  });
  return user.id;
}

const activationSelection = async (calling: Calling, createdById: string) => ({
  input: { ids: [await aWaiting(calling, createdById)] },
});

/** Somebody whose identity waits to be looked at. */
async function aSubmitted(calling: Calling): Promise<string> {
  const id = await aMember(calling);
  await aStoredIdentity(calling.test, { id, workspaceId: calling.founder.workspaceId }, "SUBMITTED");
  return id;
}

/** What is done to somebody's identity: to another's, and to one's own. */
const onIdentity = (operation: string, inputOf: (userId: string) => Variables): Record<string, Call> => ({
  [operation]: async (calling) => ({ input: inputOf(await aSubmitted(calling)) }),
  [`${operation}/own`]: ({ user }) => ({ input: inputOf(user?.id ?? newId()) }),
});

/** A company, group, team or label of its own. */
const aFreshName = async ({ test, founder }: Calling, kind: NamedKind): Promise<string> =>
  (await aName(test.app, kind, { workspaceId: founder.workspaceId, name: newId() })).id;

/** What is done to companies, groups, teams and labels, and to the people of all but groups. `Many`: as the operations call several. */
function onNames(kind: NamedKind, Many: string): Record<string, Call> {
  const One = capitalised(kind);
  const [idOf, idsOf] = [`${kind}Id`, `${kind}Ids`];
  const one = (calling: Calling) => aFreshName(calling, kind);
  const ofPeople: Call = async (calling) => ({
    input: { [idOf]: await one(calling), userIds: [await aMember(calling)] },
  });
  return {
    [kind]: async (calling) => ({ id: await one(calling) }),
    [`create${One}`]: () => ({ input: { name: newId() } }),
    [`update${One}`]: async (calling) => ({ input: { [idOf]: await one(calling), name: newId() } }),
    [`merge${Many}`]: async (calling) => ({
      input: { [idsOf]: [await one(calling)], [`into${One}Id`]: await one(calling) },
    }),
    [`delete${Many}`]: async (calling) => ({ input: { [idsOf]: [await one(calling)] } }),
    ...(kind !== "group" && { [`add${One}Members`]: ofPeople, [`remove${One}Members`]: ofPeople }),
  };
}

const capitalised = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

/** A program session of group one; with a place that somebody has in it. `isInstructed`: by whoever calls. */
async function aFreshSession({ test, user, places }: Calling, { isInstructed = true } = {}) {
  const instructors = user && isInstructed ? [user] : [];
  const { id } = await aProgramSession(test, places.one, { INSTRUCTOR: instructors, PARTICIPANT: [somebody()] });
  const place = await test.app.db.read.findOneByOrFail(ProgramSessionMember, {
    programSessionId: id,
    part: "PARTICIPANT",
  });
  return { id, placeId: place.id };
}

/** What is done to program sessions: to one that whoever calls instructs, and to one that they do not. */
function onSessions(operation: string, inputOf: (ids: string[]) => Variables): Record<string, Call> {
  const on =
    (isInstructed: boolean): Call =>
    async (calling) => {
      const fresh = () => aFreshSession(calling, { isInstructed });
      return { input: inputOf([(await fresh()).id, (await fresh()).id]) };
    };
  return { [operation]: on(true), [`${operation}/other`]: on(false) };
}

/** The founder's open offer to this user, in place of any other. */
async function offerTo({ test, founder }: Calling, toId: string): Promise<void> {
  const { workspaceId, id: fromId } = founder;
  const createdAt = test.clock.now();
  const expiresAt = new Date(createdAt.getTime() + transferLifetime);
  await test.app.db.tx(async (tx) => {
    await tx.delete(FoundershipTransfer, { workspaceId });
    await bulkInsert(tx, FoundershipTransfer, [{ workspaceId, fromId, toId, createdAt, expiresAt }]);
  });
}

const permissionOf = (userId: string) => ({ input: { userId, permission: "CAN_BULK_INVITE" } });

/** A finished task, begun by this user. */
async function aTask({ test, founder }: Calling, createdById: string): Promise<string> {
  const now = test.clock.now();
  const task: Task = {
    id: newId(),
    workspaceId: founder.workspaceId,
    createdById,
    kind: "cancel invitations",
    selection: {},
    options: {},
    state: "DONE",
    total: 1,
    done: 1,
    refused: 0,
    cursor: null,
    attempts: 0,
    leaseUntil: null,
    leaseOwner: null,
    createdAt: now,
    finishedAt: now,
  };
  await test.app.db.tx((tx) => bulkInsert(tx, Task, [task]));
  return task.id;
}

const importInput = {
  fileName: "people.csv",
  totalRows: 1,
  columns: ["first_name", "last_name", "email", "company"],
};

/** An import without its one row; the caller's own where they may have one, else the founder's. */
async function anEmptyImport({ browser, founderBrowser }: Calling): Promise<{ importId: string; maker: Browser }> {
  const start = async (maker: Browser) => {
    const payload = await maker.change("startImport", importInput, "import { id }");
    return { importId: payload.import.id as string, maker };
  };
  return start(browser).catch(() => start(founderBrowser));
}

async function anImport(calling: Calling): Promise<string> {
  const { importId, maker } = await anEmptyImport(calling);
  await maker.change("stageImportRows", { importId, ...staged() });
  return importId;
}

const staged = () => ({ chunk: 0, firstRow: 2, rows: [["Lea", "Maes", somebody(), "Northwind"]] });

const ownImport = async (calling: Calling) => ({ input: { importId: await anImport(calling) } });

const foundersImport = (calling: Calling) => anImport({ ...calling, browser: calling.founderBrowser });

/** The Message-ID of an invitation's mail. */
async function aMail({ test, founder }: Calling): Promise<string> {
  const { id: subjectId } = (await freshInvitation({ test, founder } as Calling)).invitation;
  const row = aMailRow({ workspaceId: founder.workspaceId, subjectId, state: "SENT" });
  await test.app.db.tx((tx) => bulkInsert(tx, OutboxMail, [row]));
  return messageIdOf(test.app, row.id);
}

/** A mail that the founder finds in the development inbox. */
async function inboxMail({ founderBrowser }: Calling): Promise<string> {
  const ask = async () => (await founderBrowser.ask("{ inboxMails(first: 1) { nodes { id } } }")).data.inboxMails.nodes;
  await founderBrowser.change("inviteUsers", { people: [{ email: somebody() }] });
  let mails = await ask();
  while (mails.length === 0) mails = await ask();
  return mails[0].id;
}

/**
 * What every row of the table is called with: a call that succeeds for whoever may make it, on things of its own, so that
 * no call stands in another's way.
 */
export const calls: Readonly<Record<string, Call>> = {
  isFounded: () => ({}),
  viewer: () => ({}),
  workspace: () => ({}),
  publicLook: () => ({}),
  updateWorkspace: () => ({ input: { name: "Northwind Academy" } }),
  foundWorkspace: () => ({ input: founding }),
  signIn: () => ({ input: { login: founding.email, password: founderPassword } }),
  signOut: () => ({}),

  linkPreview: async (calling) => ({ token: await freshToken(calling) }),
  requestNewLink: async (calling) => ({ input: { token: await freshToken(calling) } }),
  reportDelivery: async (calling) => ({ input: { messageId: await aMail(calling), status: "BOUNCED" } }),
  reportLinkOpened: async (calling) => ({ input: { token: await freshToken(calling) } }),
  acceptInvitation: async (calling) => ({
    input: {
      token: await freshToken(calling),
      firstName: "Lea",
      lastName: "Maes",
      username: newId(),
      password: "quiet orange harbour",
    },
  }),

  activateUser: async ({ test, founder }) => {
    const { token } = await anActivationLink(test.app, { workspaceId: founder.workspaceId, email: somebody() });
    return { input: { token, firstName: "Lea", lastName: "Maes", password: "quiet orange harbour" } };
  },

  requestPasswordReset: () => ({ input: { login: somebody() } }),
  resetPassword: async (calling) => {
    const member = await calling.test.app.db.read.findOneByOrFail(User, { id: await aMember(calling) });
    const token = await aResetLink(calling.test.app, member);
    return { input: { token, password: "quiet orange harbour" } };
  },
  // the right one would end the sessions that other calls are made with
  changePassword: () => ({ input: { currentPassword: "not this one", password: "quiet orange harbour" } }),
  setTemporaryPassword: async (calling) => ({ input: { userId: await aMember(calling) } }),
  "setTemporaryPassword/own": ({ user }) => ({ input: { userId: user?.id ?? newId() } }),
  requestEmailChange: async (calling) => ({ input: { userId: await aMember(calling), email: somebody() } }),
  "requestEmailChange/own": () => ({ input: { email: somebody(), password: "not this one" } }),
  cancelEmailChange: async (calling) => ({ input: { userId: await aMember(calling) } }),
  "cancelEmailChange/own": () => ({ input: {} }),
  updateProfile: () => ({ input: { language: "NL" } }),
  confirmEmailChange: async (calling) => {
    const member = await calling.test.app.db.read.findOneByOrFail(User, { id: await aMember(calling) });
    return { input: { token: await anEmailChangeLink(calling.test.app, member, somebody()) } };
  },

  invitations: () => ({}),
  "invitations/group": ({ places }) => ({ filter: { groupId: places.one.id } }),
  countInvitations: () => ({}),
  "countInvitations/group": ({ places }) => ({ filter: { groupId: places.one.id } }),
  invitation: async (calling) => ({ id: (await freshInvitation(calling)).invitation.id }),
  "invitation/group": async (calling) => ({ id: (await freshInvitation(calling, calling.places.one)).invitation.id }),
  inviteUsers: () => ({ input: { people: [{ email: somebody() }] } }),
  "inviteUsers/group": ({ places }) => ({ input: { people: [{ email: somebody(), groups: [places.one.name] }] } }),
  "inviteUsers/group-id": ({ places }) => ({ input: { people: [{ email: somebody() }], groupId: places.one.id } }),
  "inviteUsers/group-role": ({ places }) => ({
    input: { people: [{ email: somebody(), groups: [places.one.name], roles: ["ADMINISTRATOR"] }] },
  }),
  "inviteUsers/session": ({ places }) => ({
    input: { programSessionId: places.session.id, people: [{ email: somebody() }] },
  }),
  "inviteUsers/other-session": ({ places }) => ({
    input: { programSessionId: places.anotherSession.id, people: [{ email: somebody() }] },
  }),
  bulkInvite: () => ({ input: { people: [{ email: somebody() }] } }),
  createUser: () => ({ input: { person: { email: somebody() } } }),
  "copyActivationLink/own": async (calling) => ({
    input: { userId: await aWaiting(calling, calling.user?.id ?? newId()) },
  }),
  copyActivationLink: async (calling) => ({ input: { userId: await aWaiting(calling, calling.founder.id) } }),
  "sendActivationEmails/own": (calling) => activationSelection(calling, calling.user?.id ?? newId()),
  sendActivationEmails: (calling) => activationSelection(calling, calling.founder.id),
  "sendActivationEmails/all": () => ({ input: { filter: { search: newId() }, expectedCount: 0 } }),
  ...onInvitations("copyInvitationLink", (invitationId) => ({ invitationId })),
  ...onInvitations("changeInvitation", (invitationId) => ({ invitationId, email: somebody() })),
  ...onInvitations("cancelInvitations", (id) => ({ ids: [id] })),
  ...onInvitations("resendInvitations", (id) => ({ ids: [id] })),
  ...onAllInvitations("cancelInvitations"),
  ...onAllInvitations("resendInvitations"),
  previewMail: () => ({ input: { name: "ADDED_TO_GROUPS", language: "FR" } }),
  "previewMail/invitation": () => ({ input: { name: "INVITATION", language: "FR" } }),
  previewInvitationMail: () => ({ input: { language: "FR" } }),

  users: () => ({}),
  countUsers: () => ({}),
  user: ({ founder }) => ({ id: founder.id }),
  "user/oneself": ({ user }) => ({ id: user?.id ?? newId() }),
  updateUser: async (calling) => ({ input: { userId: await aMember(calling), label: null } }),
  "updateUser/founder": ({ founder }) => ({ input: { userId: founder.id, label: null } }),
  updateUsers: async (calling) => ({ input: { selection: { ids: [await aMember(calling)] }, label: null } }),
  deactivateUsers: someUsers,
  reactivateUsers: someUsers,
  deleteUsers: someUsers,
  exportUsers: someUsers,
  availability: () => ({ emails: ["lea@x.org"], usernames: ["lea"] }),
  "availability/link": async (calling) => ({ usernames: ["lea"], token: await freshToken(calling) }),
  suggestUsername: () => ({ email: "lea@x.org" }),

  groups: () => ({}),
  ...onNames("group", "Groups"),
  group: ({ places }) => ({ id: places.one.id }),
  "group/members": ({ places }) => ({ id: places.one.id }),
  addGroupMembers: async (calling) => {
    const { id: groupId } = calling.places.one;
    const member = await calling.test.app.db.read.findOneByOrFail(User, { id: await aMember(calling) });
    return { input: { groupId, emails: [member.email], roles: ["LEARNER"] } };
  },
  // by an id, which whoever may not see them does not know
  "addGroupMembers/stranger": async (calling) => ({
    input: { groupId: calling.places.one.id, userIds: [await aMember(calling)], roles: ["LEARNER"] },
  }),
  removeGroupMembers: async (calling) => ({
    input: { groupId: calling.places.one.id, userIds: [await aMemberOfGroupOne(calling)] },
  }),
  companies: () => ({}),
  ...onNames("company", "Companies"),
  teams: () => ({}),
  ...onNames("team", "Teams"),
  labels: () => ({}),
  ...onNames("label", "Labels"),

  identity: () => ({}),
  "identity/another": async (calling) => ({ userId: await aSubmitted(calling) }),
  identities: () => ({}),
  identityReads: () => ({}),
  ownData: () => ({}),
  submitPersonalInformation: () => ({ input: { identity: { city: "Gent" }, draft: true } }),
  ...onIdentity("registerPersonalInformation", (userId) => ({ userId, identity: anIdentity() })),
  ...onIdentity("validateIdentity", (userId) => ({ userId })),
  ...onIdentity("rejectIdentity", (userId) => ({ userId, reasons: [{ field: "city", reason: "Elsewhere" }] })),
  completeRegistration: () => ({ input: { person: { email: somebody(), identity: anIdentity() } } }),

  programSessions: () => ({}),
  "programSessions/group": ({ places }) => ({ groupId: places.one.id }),
  programSession: ({ places }) => ({ id: places.session.id }),
  "programSession/members": ({ places }) => ({ id: places.session.id }),
  "programSession/other": ({ places }) => ({ id: places.anotherSession.id }),
  createProgramSession: ({ places }) => ({
    input: { groupId: places.one.id, name: "Introduction", startsOn: "2026-12-01" },
  }),
  ...onSessions("updateProgramSession", ([programSessionId]) => ({ programSessionId, name: newId() })),
  ...onSessions("mergeProgramSessions", ([first, intoProgramSessionId]) => ({
    programSessionIds: [first],
    intoProgramSessionId,
  })),
  ...onSessions("deleteProgramSessions", (programSessionIds) => ({ programSessionIds })),
  ...onSessions("addProgramSessionMembers", ([programSessionId]) => ({
    programSessionId,
    part: "PARTICIPANT",
    emails: [somebody()],
  })),
  "addProgramSessionMembers/instructor": async (calling) => {
    const { id: programSessionId } = await aFreshSession(calling);
    return { input: { programSessionId, part: "INSTRUCTOR", userIds: [await aMemberOfGroupOne(calling)] } };
  },
  "addProgramSessionMembers/stranger": async (calling) => {
    const { id: programSessionId } = await aFreshSession(calling);
    return { input: { programSessionId, part: "PARTICIPANT", userIds: [await aMember(calling)] } };
  },
  removeProgramSessionMembers: async (calling) => {
    const { id: programSessionId, placeId } = await aFreshSession(calling);
    return { input: { programSessionId, memberIds: [placeId] } };
  },

  imports: () => ({}),
  "import/own": async (calling) => ({ id: await anImport(calling) }),
  "import/another": async (calling) => ({ id: await foundersImport(calling) }),
  columnMapping: () => ({ header: ["E-mail"] }),
  startImport: () => ({ input: importInput }),
  stageImportRows: async (calling) => ({ input: { importId: (await anEmptyImport(calling)).importId, ...staged() } }),
  planImport: ownImport,
  commitImport: ownImport,
  cancelImport: ownImport,
  "cancelImport/another": async (calling) => ({ input: { importId: await foundersImport(calling) } }),

  onboarding: () => ({}),

  grantPermission: async (calling) => permissionOf(await aMember(calling)),
  "grantPermission/founder": ({ founder }) => permissionOf(founder.id),
  revokePermission: async (calling) => permissionOf(await aMember(calling)),
  "revokePermission/founder": ({ founder }) => permissionOf(founder.id),
  foundershipTransfer: () => ({}),
  requestFoundershipTransfer: async (calling) => ({
    input: { userId: await aMember(calling), password: founderPassword },
  }),
  "requestFoundershipTransfer/own": ({ founder }) => ({ input: { userId: founder.id, password: founderPassword } }),
  confirmFoundershipTransfer: async (calling) => {
    await offerTo(calling, await aMember(calling));
    return { input: { password: founderPassword } };
  },
  // the right one would make somebody else the founder
  "confirmFoundershipTransfer/own": async (calling) => {
    await offerTo(calling, calling.user?.id ?? newId());
    return { input: { password: "not this one" } };
  },
  cancelFoundershipTransfer: async (calling) => {
    await offerTo(calling, await aMember(calling));
    return {};
  },
  "cancelFoundershipTransfer/own": async (calling) => {
    await offerTo(calling, calling.user?.id ?? newId());
    return {};
  },

  inboxMails: () => ({}),
  inboxMail: async (calling) => ({ id: await inboxMail(calling) }),

  "task/own": async (calling) => ({ id: await aTask(calling, calling.user?.id ?? newId()) }),
  "task/another": async (calling) => ({ id: await aTask(calling, newId()) }),
};

/** What is asked for of the answer where the row is about it. */
export const selections: Readonly<Record<string, string>> = {
  "group/members": "{ members { nodes { id } } }",
  "programSession/members": "{ members(part: PARTICIPANT) { nodes { id } } }",
};

import { bulkInsert } from "../db/bulk-insert.js";
import { newId } from "../db/ids.js";
import { messageIdOf } from "../mail/message-id.js";
import { OutboxMail } from "../mail/outbox-mail.entity.js";
import { Task } from "../tasks/task.entity.js";
import { User } from "../users/user.entity.js";
import { aResetLink } from "./a-reset-link.js";
import { anActivationLink } from "./an-activation-link.js";
import { anEmailChangeLink } from "./an-email-change-link.js";
import { anInvitationLink } from "./an-invitation-link.js";
import { type Browser, founderPassword, founding } from "./browser.js";
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
}

type Variables = Record<string, unknown>;

const somebody = () => `${newId()}@example.org`;

const freshInvitation = ({ test, founder }: Calling) =>
  anInvitationLink(test.app, { workspaceId: founder.workspaceId, email: somebody(), inviterId: founder.id });

const freshToken = async (calling: Calling) => (await freshInvitation(calling)).token;

const selection = async (calling: Calling) => ({ input: { ids: [(await freshInvitation(calling)).invitation.id] } });

/** Somebody to act on. */
async function aMember({ test, founder }: Calling): Promise<string> {
  const member = aUser({ workspaceId: founder.workspaceId, email: somebody(), username: newId() });
  await test.app.db.tx((tx) => bulkInsert(tx, User, [member]));
  return member.id;
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
export const calls: Readonly<Record<string, (calling: Calling) => Variables | Promise<Variables>>> = {
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
  countInvitations: () => ({}),
  invitation: async (calling) => ({ id: (await freshInvitation(calling)).invitation.id }),
  inviteUsers: () => ({ input: { people: [{ email: somebody() }] } }),
  bulkInvite: () => ({ input: { people: [{ email: somebody() }] } }),
  createUser: () => ({ input: { person: { email: somebody() } } }),
  "copyActivationLink/own": async (calling) => ({
    input: { userId: await aWaiting(calling, calling.user?.id ?? newId()) },
  }),
  copyActivationLink: async (calling) => ({ input: { userId: await aWaiting(calling, calling.founder.id) } }),
  "sendActivationEmails/own": (calling) => activationSelection(calling, calling.user?.id ?? newId()),
  sendActivationEmails: (calling) => activationSelection(calling, calling.founder.id),
  "sendActivationEmails/all": () => ({ input: { filter: { search: newId() }, expectedCount: 0 } }),
  copyInvitationLink: async (calling) => ({
    input: { invitationId: (await freshInvitation(calling)).invitation.id },
  }),
  changeInvitation: async (calling) => ({
    input: { invitationId: (await freshInvitation(calling)).invitation.id, email: somebody() },
  }),
  cancelInvitations: selection,
  resendInvitations: selection,
  previewMail: () => ({ input: { name: "ADDED_TO_GROUPS", language: "FR" } }),
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
  groups: () => ({}),
  companies: () => ({}),
  teams: () => ({}),
  labels: () => ({}),
  availability: () => ({ emails: ["lea@x.org"], usernames: ["lea"] }),
  "availability/link": async (calling) => ({ usernames: ["lea"], token: await freshToken(calling) }),
  suggestUsername: () => ({ email: "lea@x.org" }),

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

  inboxMails: () => ({}),
  inboxMail: async (calling) => ({ id: await inboxMail(calling) }),

  "task/own": async (calling) => ({ id: await aTask(calling, calling.user?.id ?? newId()) }),
  "task/another": async (calling) => ({ id: await aTask(calling, newId()) }),
};

import { In } from "typeorm";
import { entities } from "../entities.js";
import { Import } from "../imports/import.entity.js";
import { InboxMail } from "../mail/inbox-mail.entity.js";
import { DayCount } from "../onboarding/day-count.entity.js";
import { Grant } from "../permissions/grant.entity.js";
import { makeSchema } from "../schema.js";
import { Task } from "../tasks/task.entity.js";
import { User } from "../users/user.entity.js";
import { aBrowserOf, aSignedInUser } from "./a-signed-in-user.js";
import { aStoredIdentity } from "./a-stored-identity.js";
import { type Calling, calls, selections } from "./access-calls.js";
import { accessPlaces, type Places } from "./access-places.js";
import { type Caller, callers, rows } from "./access-table.js";
import { type Answer, aFounder, Browser } from "./browser.js";
import { type Operation, operationsOf } from "./operations.js";
import { aRunningApp } from "./start-app.js";

const operations = operationsOf(makeSchema());
const named = (name: string) => operations.find((operation) => operation.name === name) as Operation;

interface Refusing {
  userErrors?: { code: string }[];
  results?: { errors: { code: string }[] }[];
}

/** What a call was refused with, at its top, in its payload or for the one whom it is about; null when it was answered. */
function refusal({ data, errors }: Answer): string | null {
  if (errors) return errors[0]?.extensions.code ?? "without a code";
  const [payload] = Object.values(data) as Refusing[];
  return payload?.userErrors?.[0]?.code ?? payload?.results?.[0]?.errors[0]?.code ?? null;
}

describe("who may do what", () => {
  const test = aRunningApp();
  const users = new Map<Caller, User>();
  let founder: User;
  let founderBrowser: Browser;
  let places: Places;

  beforeAll(async () => {
    founderBrowser = await aFounder(test, { identityRequired: true });
    founder = await test.app.db.read.findOneByOrFail(User, { userType: "FOUNDER" });
    users.set("founder", founder);
    for (const [caller, given] of Object.entries(callers) as [Caller, (typeof callers)[Caller]][]) {
      if (given === null || caller === "founder") continue;
      const validated = { identityStatus: "VALIDATED" as const };
      const { user } = await aSignedInUser(test, { email: `${caller}@northwind.example`, ...validated, ...given });
      await aStoredIdentity(test, user, user.identityStatus === "VALIDATED" ? "VALIDATED" : "DRAFT");
      users.set(caller, user);
    }
    places = await accessPlaces(test, Object.fromEntries(users));
  });

  /** A session of its own for every call, since one of the calls ends it. */
  async function browserOf(caller: Caller): Promise<Browser> {
    const user = users.get(caller);
    return user ? aBrowserOf(test, user) : new Browser(test);
  }

  async function callingAs(caller: Caller): Promise<Calling> {
    const user = users.get(caller) ?? null;
    return { test, founder, user, browser: await browserOf(caller), founderBrowser, places };
  }

  it("is said for every operation of the schema, and for no other", () => {
    expect(new Set(rows.map(({ operation }) => operation))).toEqual(new Set(operations.map(({ name }) => name)));
    expect(Object.keys(calls).sort()).toEqual(rows.map(({ call }) => call).sort());
  });

  it.each(rows)("holds for $call (F6, F7, F52, F53, F54, F55, F56, F62)", async ({ call, operation, expected }) => {
    const { document: usual, isMutation, asking } = named(operation);
    const document = selections[call] ? asking(selections[call]) : usual;
    const found: Record<string, string | null> = {};
    for (const { caller, code } of expected) {
      const calling = await callingAs(caller);
      const variables = await calls[call]?.(calling);
      const before = isMutation && code !== null ? await written() : null;
      found[caller] = refusal(await calling.browser.ask(document, variables));
      if (before) expect([caller, await written()]).toEqual([caller, before]);
    }
    expect(found).toEqual(Object.fromEntries(expected.map(({ caller, code }) => [caller, code])));
  });

  /** What the table says of a way of calling, for everybody who is signed in. */
  const answered = (call: string): Record<string, boolean> => {
    const row = rows.find((each) => each.call === call);
    if (!row) throw new Error(`The table has no row ${call}`);
    const codes = row.expected.map(({ caller, code }) => [caller, code === null]);
    return Object.fromEntries(codes.filter(([caller]) => caller !== "anonymous" && caller !== "pending"));
  };

  /** What everybody who may read it is told by the flags of a `can`. */
  async function told(callers: readonly string[], query: string, read: (data: Answer["data"]) => unknown) {
    const flags: Record<string, unknown> = {};
    for (const caller of callers) {
      const browser = await browserOf(caller as Caller);
      const { data, errors } = await browser.ask(query, { one: places.one.id, session: places.session.id });
      expect([caller, errors]).toEqual([caller, undefined]);
      flags[caller] = read(data);
    }
    return flags;
  }

  it.each([
    ["add", "createUser"],
    ["bulkInvite", "bulkInvite"],
    ["importFiles", "startImport"],
    ["askAvailability", "availability"],
    ["seeGroups", "groups"],
    ["seeNames", "companies"],
    ["manageNames", "createCompany"],
    ["seeProgramSessions", "programSessions"],
    ["grantPermissions", "grantPermission"],
    ["manageIdentities", "identities"],
    ["completeRegistration", "completeRegistration"],
    ["seeUsers", "users"],
    ["changeUsers", "updateUser"],
    ["seeInvitations", "invitations"],
    ["readInbox", "inboxMails"],
    ["updateWorkspace", "updateWorkspace"],
  ])("is told beforehand: viewer.can.%s is whether %s is answered", async (flag, call) => {
    const expected = answered(call);
    const query = `{ viewer { can { ${flag} } } }`;
    expect(await told(Object.keys(expected), query, ({ viewer }) => viewer.can[flag])).toEqual(expected);
  });

  const whoever = (call: string) => Object.entries(answered(call)).flatMap(([caller, may]) => (may ? [caller] : []));
  const among = (callers: readonly string[], call: string) =>
    Object.fromEntries(callers.map((caller) => [caller, answered(call)[caller]]));

  it.each([
    ["manage", "updateGroup"],
    ["seeMembers", "group/members"],
    ["changeMembers", "addGroupMembers"],
    ["invite", "inviteUsers/group"],
    ["manageSessions", "createProgramSession"],
    ["giveRoles", "inviteUsers/group-role"],
  ])("is told beforehand: a group's can.%s is whether %s is answered (F6)", async (flag, call) => {
    const seers = whoever("group");
    const flags = await told(seers, `query ($one: ID!) { group(id: $one) { can { ${flag} } } }`, ({ group }) =>
      Array.isArray(group.can[flag]) ? group.can[flag].includes("ADMINISTRATOR") : group.can[flag],
    );
    expect(flags).toEqual(among(seers, call));
  });

  it.each([
    ["manage", "updateProgramSession"],
    ["invite", "inviteUsers/session"],
  ])("is told beforehand: a program session's can.%s is whether %s is answered (F7)", async (flag, call) => {
    const seers = whoever("programSession");
    const query = `query ($session: ID!) { programSession(id: $session) { can { ${flag} } } }`;
    const flags = await told(seers, query, ({ programSession }) => programSession.can[flag]);
    expect(flags).toEqual(among(seers, call));
  });

  it("shows who adds people, and may not see them, no more of a user than the name", async () => {
    const { browser, founderBrowser } = await callingAs("register");
    await founderBrowser.change("inviteUsers", { people: [{ email: "ines@x.org" }] });
    const { data } = await browser.ask(
      `{ invitations(filter: { search: "ines@x.org" }) { nodes { email
        inviter { firstName email username lastSignInAt externalId groups { role } company { name } } } } }`,
    );
    const inviter = { firstName: founder.firstName, email: null, username: null, lastSignInAt: null };
    expect(data.invitations.nodes).toEqual([
      { email: "ines@x.org", inviter: { ...inviter, externalId: null, groups: [], company: null } },
    ]);
    const invited = await browser.change(
      "inviteUsers",
      { people: [{ email: founder.email }] },
      "results { outcome user { id } }",
    );
    expect(invited.results).toEqual([{ outcome: "UNCHANGED", user: null }]);
  });

  /** How many rows every table holds; not those that background work fills in its own time. */
  async function written(): Promise<unknown> {
    const { connection } = test.app.db.read;
    const atWork = { state: In(["PLANNING", "RUNNING"]) };
    while (await test.app.db.read.existsBy(Import, atWork));
    while (await test.app.db.read.existsBy(Task, atWork));
    const counts = entities
      .filter((entity) => entity !== InboxMail && entity !== DayCount)
      .map((entity) => connection.driver.escape(connection.getMetadata(entity).tablePath))
      .map((table) => `(SELECT COUNT(*) FROM ${table}) AS ${table}`);
    return test.app.db.read.query(`SELECT ${counts.join(", ")}`);
  }
});

describe("a right that was taken away", () => {
  const test = aRunningApp();
  beforeAll(() => aFounder(test));

  const invitations = async (browser: Browser) => refusal(await browser.ask("{ invitations { totalCount } }"));

  it("is gone with the next call of the same session (F54)", async () => {
    const given = { email: "rita@northwind.example", permissions: ["USER_REGISTRATION" as const] };
    const { user, browser } = await aSignedInUser(test, given);
    expect(await invitations(browser)).toBeNull();
    await test.app.db.tx((tx) => tx.delete(Grant, { userId: user.id }));
    expect(await invitations(browser)).toBe("FORBIDDEN");
  });

  it.each([
    ["no administrator any more", { userType: "MEMBER" }, "FORBIDDEN"],
    ["deactivated", { status: "DEACTIVATED" }, "UNAUTHENTICATED"],
  ] as const)("is gone for who is %s (F53)", async (_, change, code) => {
    const given = { email: `${change[Object.keys(change)[0] as never]}@northwind.example` };
    const { user, browser } = await aSignedInUser(test, { ...given, userType: "ADMINISTRATOR" });
    expect(await invitations(browser)).toBeNull();
    await test.app.db.tx((tx) => tx.update(User, { id: user.id }, change));
    expect(await invitations(browser)).toBe(code);
  });
});

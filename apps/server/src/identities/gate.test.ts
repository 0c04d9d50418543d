import type { Permission } from "@usher/rules/permissions";
import { bulkInsert } from "../db/bulk-insert.js";
import { newId } from "../db/ids.js";
import { leaseTime } from "../imports/claim-chunk.js";
import { ImportChunk } from "../imports/import-chunk.entity.js";
import { Invitation } from "../invitations/invitation.entity.js";
import { Task } from "../tasks/task.entity.js";
import { aGroup } from "../testing/a-group.js";
import { aSignedInUser } from "../testing/a-signed-in-user.js";
import { aStoredIdentity } from "../testing/a-stored-identity.js";
import { anIdentity } from "../testing/an-identity.js";
import { aStagedImport, hasCome, lines, reportOf, someRows } from "../testing/an-import.js";
import { aFounder, Browser } from "../testing/browser.js";
import { refusalOf } from "../testing/refusal-of.js";
import { someUsers } from "../testing/some-users.js";
import { aRunningApp } from "../testing/start-app.js";
import { until } from "../testing/until.js";
import { User } from "../users/user.entity.js";

const everything: Permission[] = ["USER_REGISTRATION", "CAN_BULK_INVITE", "MANAGE_USERS"];
const viewerCan = `viewer { mustRegister can { add bulkInvite importFiles invite askAvailability seeGroups seeNames manageNames
  seeProgramSessions openUserRegistration manageIdentities completeRegistration grantPermissions addAdministrators seeUsers changeUsers
  seeInvitations readInbox updateWorkspace peoplePerCall } }`;

describe("a workspace that requires a validated identity (F62)", () => {
  const test = aRunningApp();
  let founder: Browser;
  let people = 0;

  beforeAll(async () => {
    founder = await aFounder(test, { identityRequired: true });
  });

  const require = (identityRequired: boolean) => founder.change("updateWorkspace", { identityRequired });
  const someone = (given: Partial<User> & { permissions?: Permission[] } = {}) =>
    aSignedInUser(test, { email: `someone${++people}@x.org`, ...given });
  const anAdministrator = (given: Partial<User> = {}) =>
    someone({ userType: "ADMINISTRATOR", permissions: everything, ...given });
  const viewer = async (browser: Browser) => (await browser.ask(`{ ${viewerCan} }`)).data.viewer;
  const users = async (browser: Browser) =>
    (await browser.ask("{ users { totalCount } }")).errors?.[0]?.extensions.code ?? null;

  it("is what a workspace is unless its founder says otherwise; the founder is exempt (F52)", async () => {
    const { data } = await founder.ask(
      "{ workspace { identityRequired } viewer { mustRegister user { identityStatus } } }",
    );
    expect(data).toEqual({
      workspace: { identityRequired: true },
      viewer: { mustRegister: false, user: { identityStatus: "NONE" } },
    });
    expect((await viewer(founder)).can).toMatchObject({ add: true, manageIdentities: true, updateWorkspace: true });
  });

  it.each(["NONE", "DRAFT", "SUBMITTED", "REJECTED"] as const)(
    "lets who is %s in, whatever their rights, to their registration and profile alone",
    async (identityStatus) => {
      const { user, browser } = await anAdministrator({ identityStatus });
      const { mustRegister, can } = await viewer(browser);
      expect(mustRegister).toBe(true);
      expect(new Set(Object.values(can))).toEqual(new Set([false, 0]));
      expect(await users(browser)).toBe("FORBIDDEN");
      const { data, errors } = await browser.ask(
        "query ($id: ID!) { identity { status } user(id: $id) { email identityStatus groups { role } } workspace { name } }",
        { id: user.id },
      );
      expect(errors).toBeUndefined();
      expect(data.user).toEqual({ email: user.email, identityStatus, groups: [] });
      const { userErrors } = await browser.change("updateProfile", { firstName: "Zoë" });
      expect(userErrors).toEqual([]);
    },
  );

  it("opens to the session under way in the moment of the validation", async () => {
    const { user, browser } = await anAdministrator();
    expect((await browser.change("submitPersonalInformation", { identity: anIdentity() })).userErrors).toEqual([]);
    expect(await users(browser)).toBe("FORBIDDEN");
    await founder.change("rejectIdentity", { userId: user.id, reasons: [{ field: "city", reason: "Elsewhere" }] });
    expect(await users(browser)).toBe("FORBIDDEN");
    const { data } = await browser.ask(
      "{ identity { values { legalFirstName legalLastName dateOfBirth placeOfBirth nationality taxNumber phone street postalCode country documentKind documentNumber } } }",
    );
    const corrected = { ...data.identity.values, city: "Brugge" };
    expect((await browser.change("submitPersonalInformation", { identity: corrected })).userErrors).toEqual([]);
    await founder.change("validateIdentity", { userId: user.id });
    expect(await users(browser)).toBeNull();
    expect((await viewer(browser)).mustRegister).toBe(false);
  });

  it("opens and closes with the setting, to sessions that are under way", async () => {
    const { browser } = await anAdministrator();
    const validated = await anAdministrator();
    await aStoredIdentity(test, validated.user, "VALIDATED");
    expect([await users(browser), await users(validated.browser)]).toEqual(["FORBIDDEN", null]);
    await require(false);
    expect([await users(browser), await users(validated.browser)]).toEqual([null, null]);
    await require(true);
    expect([await users(browser), await users(validated.browser)]).toEqual(["FORBIDDEN", null]);
  });

  it("leads who accepts an invitation to their registration, and nowhere else", async () => {
    const { results } = await founder.change(
      "inviteUsers",
      { people: [{ email: "admin@x.org", userType: "administrator" }] },
      "results { link }",
    );
    const browser = new Browser(test);
    const accepted = await browser.change(
      "acceptInvitation",
      {
        token: results[0].link.split("#")[1],
        firstName: "Ann",
        lastName: "Lee",
        username: "ann",
        password: "quiet orange harbour",
      },
      "viewer { mustRegister user { userType } can { add seeUsers } }",
    );
    expect(accepted.viewer).toEqual({
      mustRegister: true,
      user: { userType: "ADMINISTRATOR" },
      can: { add: false, seeUsers: false },
    });
    expect(await refusalOf(browser.change("inviteUsers", { people: [{ email: "x@x.org" }] }))).toBe("FORBIDDEN");
  });

  it("keeps what was promised before: who awaits an identity has lost no right, and only may not use it yet (F57)", async () => {
    await require(false);
    const { user, browser } = await anAdministrator();
    await aGroup(test, "Promised");
    const person = { email: "promised@x.org", userType: "administrator", groups: ["Promised"], roles: ["coach"] };
    const { results } = await browser.change("inviteUsers", { people: [person] }, "results { link }");
    await require(true);
    const invited = new Browser(test);
    const accepted = await invited.change("acceptInvitation", {
      token: results[0].link.split("#")[1],
      firstName: "Pia",
      lastName: "Lee",
      username: "pia",
      password: "quiet orange harbour",
    });
    expect(accepted.userErrors).toEqual([]);
    const { data } = await invited.ask("{ viewer { user { userType groups { role group { name } } } } }");
    expect(data.viewer.user).toEqual({
      userType: "ADMINISTRATOR",
      groups: [{ role: "COACH", group: { name: "Promised" } }],
    });
    expect((await viewer(browser)).mustRegister).toBe(true);
    expect(await test.app.db.read.existsBy(Invitation, { inviterId: user.id, status: "ACCEPTED" })).toBe(true);
  });

  it("keeps the foundership from who awaits an identity until they have one", async () => {
    const { user, browser } = await anAdministrator();
    const asked = await founder.change("requestFoundershipTransfer", {
      userId: user.id,
      password: "wandering purple kettle",
    });
    expect(asked.userErrors).toEqual([]);
    expect(await refusalOf(browser.change("confirmFoundershipTransfer", { password: "any" }))).toBe("FORBIDDEN");
    await aStoredIdentity(test, user, "VALIDATED");
    const answer = await browser.change("confirmFoundershipTransfer", { password: "any" });
    expect(answer.userErrors).toMatchObject([{ code: "PASSWORD_WRONG" }]);
    expect((await founder.ask("mutation { cancelFoundershipTransfer { userErrors { code } } }")).data).toEqual({
      cancelFoundershipTransfer: { userErrors: [] },
    });
  });

  it("bites at once, in a running import too", async () => {
    await require(false);
    const { browser } = await anAdministrator();
    const importId = await aStagedImport(browser, someRows(4, "gated"), { size: 2 });
    const second = { importId, number: 1 };
    const leaseUntil = new Date(test.clock.now().getTime() + leaseTime);
    await test.app.db.tx((tx) => tx.update(ImportChunk, second, { leaseUntil, leaseOwner: newId() }));
    expect((await browser.change("commitImport", { importId })).userErrors).toEqual([]);
    const done = { importId, number: 0, state: "DONE" as const };
    await until(() => test.app.db.read.existsBy(ImportChunk, done), Boolean);
    await require(true);
    test.clock.forward(leaseTime + 1);
    test.app.jobs.wake("import");
    await hasCome(test, importId, "DONE");
    expect(lines(await reportOf(founder, importId))).toEqual([
      "2 INVITED",
      "3 INVITED",
      "4 REJECTED PERMISSION_REVOKED",
      "5 REJECTED PERMISSION_REVOKED",
    ]);
    expect(await test.app.db.read.countBy(Invitation, { importId })).toBe(2);
    expect(await refusalOf(browser.change("cancelImport", { importId }))).toBe("FORBIDDEN");
  });

  it("bites at once, in an action on many too", async () => {
    await require(false);
    const { user, browser } = await anAdministrator();
    const { workspaceId, id: createdById } = user;
    const members = await someUsers(test.app, 600, { workspaceId });
    const task: Task = {
      id: newId(),
      workspaceId,
      createdById,
      kind: "deactivate_users",
      selection: { ids: members.map(({ id }) => id).sort() },
      options: {},
      state: "RUNNING",
      total: members.length,
      done: 0,
      refused: 0,
      cursor: null,
      attempts: 0,
      leaseUntil: new Date(test.clock.now().getTime() + 30_000),
      leaseOwner: newId(),
      createdAt: test.clock.now(),
      finishedAt: null,
    };
    await test.app.db.tx((tx) => bulkInsert(tx, Task, [task]));
    await require(true);
    test.clock.forward(30_001);
    test.app.jobs.wake("tasks");
    const ended = await until(
      () => test.app.db.read.findOneByOrFail(Task, { id: task.id }),
      ({ state }) => state !== "RUNNING",
    );
    expect(ended).toMatchObject({ state: "FAILED", done: 0 });
    expect(await test.app.db.read.countBy(User, { workspaceId, status: "DEACTIVATED" })).toBe(0);
    expect((await browser.ask("query ($id: ID!) { task(id: $id) { status } }", { id: task.id })).errors).toMatchObject([
      { extensions: { code: "FORBIDDEN" } },
    ]);
  });
});

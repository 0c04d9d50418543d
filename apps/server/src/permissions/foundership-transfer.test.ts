import type { Permission } from "@usher/rules/permissions";
import { In } from "typeorm";
import { AuditEventRow } from "../audit/audit-event.entity.js";
import { newId } from "../db/ids.js";
import { OutboxMail } from "../mail/outbox-mail.entity.js";
import { hashPassword } from "../passwords/password-hash.js";
import { aBrowserOf, aSignedInUser } from "../testing/a-signed-in-user.js";
import { anEmailChangeLink } from "../testing/an-email-change-link.js";
import { anInvitationLink } from "../testing/an-invitation-link.js";
import { aFounder, Browser, founderPassword } from "../testing/browser.js";
import { hours, startApp, type TestApp } from "../testing/start-app.js";
import { makeBudget } from "../throttle/throttle.js";
import { User } from "../users/user.entity.js";
import { Workspace } from "../workspaces/workspace.entity.js";
import { WorkspaceSeats } from "../workspaces/workspace-seats.entity.js";
import { FoundershipTransfer } from "./foundership-transfer.entity.js";
import { Grant } from "./grant.entity.js";

const password = "seven quiet lanterns";
const days = (count: number) => hours(24 * count);

const codes = (payload: { userErrors: { code: string; path: string[] }[] }) =>
  payload.userErrors.map(({ code, path }) => [code, ...path].join(" "));

const offerFields = "transfer { createdAt expiresAt to { id } from { id } }";
const cancelling = "mutation { cancelFoundershipTransfer { transfer { expiresAt } userErrors { code path } } }";

describe("handing the workspace over (F52, F53)", () => {
  const test = {} as TestApp;
  let founder: Browser;
  let founderId: string;
  let people = 0;

  /** A workspace of its own for every test: there is one founder. */
  beforeEach(async () => {
    Object.assign(test, await startApp());
    founder = await aFounder(test);
    founderId = (await test.app.db.read.findOneByOrFail(User, { userType: "FOUNDER" })).id;
  });
  afterEach(() => test.stop());

  const someone = async (given: Partial<User> & { permissions?: Permission[] } = {}) =>
    aSignedInUser(test, { email: `someone${++people}@x.org`, passwordHash: await hashPassword(password), ...given });
  const offer = ({ id: userId }: { id: string }, browser = founder, own = founderPassword) =>
    browser.change("requestFoundershipTransfer", { userId, password: own }, offerFields);
  const confirm = (browser: Browser, own = password) =>
    browser.change("confirmFoundershipTransfer", { password: own }, "transfer { expiresAt }");
  const cancel = async (browser: Browser) => (await browser.ask(cancelling)).data.cancelFoundershipTransfer;
  const open = async (browser: Browser) =>
    (await browser.ask("{ foundershipTransfer { to { id } from { id } } }")).data.foundershipTransfer;
  const stored = (id: string) => test.app.db.read.findOneByOrFail(User, { id });
  const offers = () => test.app.db.read.find(FoundershipTransfer);
  const whose = async () => {
    const founders = await test.app.db.read.findBy(User, { userType: "FOUNDER" });
    const [workspace] = await test.app.db.read.find(Workspace);
    return [...founders.map(({ id }) => id), workspace?.founderId];
  };
  const audited = async () => {
    const events = await test.app.db.read.find(AuditEventRow, { order: { id: "ASC" } });
    return events
      .filter(({ type }) => type.startsWith("foundership"))
      .map(({ type, actorId, subjectId }) => [type, actorId, subjectId]);
  };
  const mails = async () => {
    const rows = await test.app.db.read.find(OutboxMail, { order: { id: "ASC" } });
    return rows.map(({ kind, subjectId }) => [kind, subjectId]);
  };

  it("is offered with the password, for seven days, and changes nothing before the other confirms", async () => {
    const { user, browser } = await someone();
    expect(codes(await offer(user, founder, "not this one"))).toEqual(["PASSWORD_WRONG password"]);
    expect(await offers()).toEqual([]);
    const createdAt = test.clock.now().toISOString();
    const expiresAt = new Date(test.clock.now().getTime() + days(7)).toISOString();
    const both = { to: { id: user.id }, from: { id: founderId } };
    expect(await offer(user)).toEqual({ transfer: { createdAt, expiresAt, ...both }, userErrors: [] });
    expect(await open(founder)).toEqual(both);
    expect(await open(browser)).toEqual(both);
    expect(await open((await someone({ userType: "ADMINISTRATOR" })).browser)).toBeNull();
    expect(await whose()).toEqual([founderId, founderId]);
    expect(await audited()).toEqual([["foundership_offered", founderId, user.id]]);
    expect(await mails()).toEqual([["foundership-offered", user.id]]);
  });

  it("makes the other the founder and the founder an administrator without permissions, at once in open sessions", async () => {
    const given = { permissions: ["MANAGE_USERS" as const], deletionDate: "2027-05-01", lastName: "Maes" };
    const { user, browser } = await someone(given);
    await offer(user);
    expect(await confirm(browser)).toEqual({ transfer: null, userErrors: [] });
    expect(await whose()).toEqual([user.id, user.id]);
    expect(await stored(user.id)).toMatchObject({ deletionDate: null, deletionAnnouncedFor: null, status: "ACTIVE" });
    expect(await stored(founderId)).toMatchObject({ userType: "ADMINISTRATOR", status: "ACTIVE", hasSeat: true });
    expect(await test.app.db.read.find(Grant)).toEqual([]);
    const may = async (whom: Browser) =>
      (await whom.ask("{ viewer { permissions can { grantPermissions updateWorkspace readInbox add } } }")).data.viewer;
    expect(await may(browser)).toEqual({
      permissions: ["USER_REGISTRATION", "CAN_BULK_INVITE", "MANAGE_USERS"],
      can: { grantPermissions: true, updateWorkspace: true, readInbox: true, add: true },
    });
    expect(await may(founder)).toEqual({
      permissions: [],
      can: { grantPermissions: false, updateWorkspace: false, readInbox: false, add: true },
    });
    expect(await audited()).toEqual([
      ["foundership_offered", founderId, user.id],
      ["foundership_transferred", user.id, user.id],
      ["foundership_handed_over", user.id, founderId],
    ]);
    expect((await mails()).slice(1)).toEqual([
      ["foundership-transferred", user.id],
      ["foundership-transferred", founderId],
    ]);
    const seats = await test.app.db.read.findOneByOrFail(WorkspaceSeats, {});
    expect(seats.used).toBe(1);
    expect(await open(browser)).toBeNull();
  });

  it("turns every protection of the founder round: the new one is never touched, the former one like anybody", async () => {
    const { user, browser } = await someone();
    await offer(user);
    await confirm(browser);
    const acting = (whom: Browser, id: string) => whom.change("deactivateUsers", { ids: [id] }, "affected");
    expect(await acting(founder, user.id)).toMatchObject({
      affected: 0,
      userErrors: [{ code: "NOT_THE_FOUNDER" }],
    });
    expect(codes(await founder.change("updateUser", { userId: user.id, label: null }))).toEqual(["NOT_ALLOWED userId"]);
    await expect(offer(user, founder)).rejects.toThrow("FORBIDDEN");
    const grant = { userId: founderId, permission: "CAN_BULK_INVITE" };
    expect(codes(await browser.change("grantPermission", grant))).toEqual([]);
    expect(await offer({ id: founderId }, browser, password)).toMatchObject({ userErrors: [] });
    expect(codes(await confirm(founder, founderPassword))).toEqual([]);
    expect(await whose()).toEqual([founderId, founderId]);
    expect(await acting(founder, user.id)).toMatchObject({ affected: 1 });
  });

  it("asks the other one's own password, and both only a few times", async () => {
    const { user, browser } = await someone();
    await offer(user);
    expect(codes(await confirm(browser, founderPassword))).toEqual(["PASSWORD_WRONG password"]);
    for (let i = 0; i < 9; i++) await confirm(browser, "not this one");
    await expect(confirm(browser)).rejects.toThrow("RATE_LIMITED");
    for (let i = 0; i < 10; i++) await offer(user, founder, "not this one");
    await expect(offer(user)).rejects.toThrow("RATE_LIMITED");
    expect(await whose()).toEqual([founderId, founderId]);
  });

  it("is offered to nobody who is oneself, not active, or not here", async () => {
    expect(codes(await offer({ id: founderId }))).toEqual(["NOT_ONESELF userId"]);
    for (const status of ["PENDING", "DEACTIVATED"] as const) {
      const { user } = await someone({ status });
      expect(codes(await offer(user))).toEqual(["USER_NOT_ACTIVE userId"]);
    }
    for (const id of ["no id", "019a0000-0000-7000-8000-000000000000"]) {
      await expect(offer({ id })).rejects.toThrow("NOT_FOUND");
    }
    const { user, browser } = await someone({ userType: "ADMINISTRATOR" });
    await expect(offer(user, browser, password)).rejects.toThrow("FORBIDDEN");
    expect(await offers()).toEqual([]);
  });

  it("is confirmed until the last millisecond of its time", async () => {
    const [late, inTime] = [await someone(), await someone()];
    // sessions end sooner than an offer
    const later = async (whom: { user: User }, ms: number) => {
      test.clock.forward(ms);
      return aBrowserOf(test, whom.user);
    };
    await offer(late.user);
    const lateBrowser = await later(late, days(7));
    expect(await open(lateBrowser)).toBeNull();
    expect(codes(await confirm(lateBrowser))).toEqual(["TRANSFER_CLOSED"]);
    expect(codes(await cancel(lateBrowser))).toEqual(["TRANSFER_CLOSED"]);
    const again = await aBrowserOf(test, await stored(founderId));
    expect(await open(again)).toBeNull();
    expect(codes(await offer(inTime.user, again))).toEqual([]);
    const browser = await later(inTime, days(7) - 1);
    expect(codes(await confirm(browser))).toEqual([]);
    expect(await whose()).toEqual([inTime.user.id, inTime.user.id]);
    // the first one had run out by itself
    expect((await audited()).map(([type]) => type)).not.toContain("foundership_withdrawn");
  });

  it("is one offer at a time: a later one closes the earlier", async () => {
    const [first, second] = [await someone(), await someone()];
    await offer(first.user);
    await offer(second.user);
    expect(await offers()).toMatchObject([{ toId: second.user.id }]);
    expect(await open(first.browser)).toBeNull();
    expect(codes(await confirm(first.browser))).toEqual(["TRANSFER_CLOSED"]);
    expect(codes(await cancel(first.browser))).toEqual(["TRANSFER_CLOSED"]);
    expect(codes(await confirm(second.browser))).toEqual([]);
    expect((await audited()).slice(0, 3)).toEqual([
      ["foundership_offered", founderId, first.user.id],
      ["foundership_withdrawn", founderId, first.user.id],
      ["foundership_offered", founderId, second.user.id],
    ]);
  });

  it("is withdrawn by the founder or declined by the other, and by nobody else", async () => {
    const { user, browser } = await someone();
    const stranger = await someone({ userType: "ADMINISTRATOR" });
    for (const who of [founder, browser]) {
      await offer(user);
      expect(codes(await cancel(stranger.browser))).toEqual(["TRANSFER_CLOSED"]);
      expect(codes(await confirm(stranger.browser))).toEqual(["TRANSFER_CLOSED"]);
      expect(await cancel(who)).toEqual({ transfer: null, userErrors: [] });
      expect(codes(await cancel(who))).toEqual(["TRANSFER_CLOSED"]);
      expect(codes(await confirm(browser))).toEqual(["TRANSFER_CLOSED"]);
    }
    expect((await audited()).filter(([type]) => type === "foundership_withdrawn")).toEqual([
      ["foundership_withdrawn", founderId, user.id],
      ["foundership_withdrawn", user.id, user.id],
    ]);
    expect(await whose()).toEqual([founderId, founderId]);
  });

  it("of fifty confirmations at once one happens, and of confirmations and withdrawals one or the other", async () => {
    const { user, browser } = await someone();
    await offer(user);
    // a right password takes an attempt too while it is checked
    Object.assign(test.app.throttle, { presentPassword: makeBudget(1_000, 60) });
    const confirmations = (count: number, whom: Browser, own: string) =>
      Array.from({ length: count }, () => confirm(whom, own));
    /** How many were done; the others are told that it is closed. */
    const done = (payloads: Parameters<typeof codes>[0][]) => {
      const refused = payloads.flatMap(codes);
      expect(new Set(refused)).toEqual(new Set(["TRANSFER_CLOSED"]));
      return payloads.length - refused.length;
    };
    const all = await Promise.all(confirmations(50, browser, password));
    expect(done(all)).toBe(1);
    expect(await whose()).toEqual([user.id, user.id]);
    expect((await audited()).map(([type]) => type)).toEqual([
      "foundership_offered",
      "foundership_transferred",
      "foundership_handed_over",
    ]);

    await offer({ id: founderId }, browser, password);
    const mixed = await Promise.all([
      ...confirmations(25, founder, founderPassword),
      ...Array.from({ length: 25 }, (_, i) => cancel(i % 2 === 0 ? browser : founder)),
    ]);
    expect(done(mixed)).toBe(1);
    expect(await offers()).toEqual([]);
    const events = (await audited()).slice(4).map(([type]) => type);
    const isWithdrawn = events.includes("foundership_withdrawn");
    expect(events).toEqual(
      isWithdrawn ? ["foundership_withdrawn"] : ["foundership_transferred", "foundership_handed_over"],
    );
    expect(await whose()).toEqual(isWithdrawn ? [user.id, user.id] : [founderId, founderId]);
  });

  it("happens to one of several offers that are made at once", async () => {
    const others = await Promise.all(Array.from({ length: 8 }, () => someone()));
    const payloads = await Promise.all(others.map(({ user }) => offer(user)));
    expect(payloads.flatMap(codes)).toEqual([]);
    const [last] = await offers();
    expect(await offers()).toHaveLength(1);
    for (const { user, browser } of others) {
      expect(codes(await confirm(browser))).toEqual(user.id === last?.toId ? [] : ["TRANSFER_CLOSED"]);
    }
    expect(await whose()).toEqual([last?.toId, last?.toId]);
  });

  it("ends when the other one is deactivated, and does not come back with them", async () => {
    const { user } = await someone();
    await offer(user);
    await founder.change("deactivateUsers", { ids: [user.id] });
    expect(await offers()).toEqual([]);
    expect(await open(founder)).toBeNull();
    await founder.change("reactivateUsers", { ids: [user.id] });
    expect(codes(await confirm(await aBrowserOf(test, user)))).toEqual(["TRANSFER_CLOSED"]);
  });

  it("ends when the other one is deleted", async () => {
    const { user } = await someone();
    await offer(user);
    await founder.change("deleteUsers", { ids: [user.id] });
    expect(await offers()).toEqual([]);
    expect(await open(founder)).toBeNull();
  });

  it("ends what an administrator asked for in the other one's name: it would lead them in as the founder (F57)", async () => {
    const { user } = await someone();
    const token = await anEmailChangeLink(test.app, user, "an.administrator@x.org");
    await offer(user);
    expect(codes(await new Browser(test).change("confirmEmailChange", { token }))).toEqual(["LINK_CANCELLED token"]);
    expect((await stored(user.id)).email).toBe(user.email);
  });

  it("keeps every administrator out of the other one's account while it is open (F53, F57)", async () => {
    const { user } = await someone();
    const { browser: administrator } = await someone({ userType: "ADMINISTRATOR" });
    const { id: userId } = user;
    const setPassword = async () =>
      codes(await administrator.change("setTemporaryPassword", { userId, password: "four wooden kettles" }));
    const asAddress = async () =>
      codes(await administrator.change("requestEmailChange", { userId, email: "an.administrator@x.org" }));
    // a password that was set before, and not yet replaced, leads in no more
    expect(await setPassword()).toEqual([]);
    await offer(user);
    const signIn = { login: user.email, password: "four wooden kettles" };
    expect(codes(await new Browser(test).change("signIn", signIn))).toEqual(["WRONG_LOGIN login"]);
    expect([await setPassword(), await asAddress()]).toEqual([["NOT_ALLOWED userId"], ["NOT_ALLOWED userId"]]);
    await cancel(founder);
    expect([await setPassword(), await asAddress()]).toEqual([[], []]);
  });

  it("lets nothing that the former founder began as the founder end as theirs", async () => {
    const { user, browser } = await someone();
    const other = await someone();
    await offer(user);
    const [confirmed, granted] = await Promise.all([
      confirm(browser),
      founder.change("grantPermission", { userId: other.user.id, permission: "MANAGE_USERS" }).catch(String),
    ]);
    expect(codes(confirmed)).toEqual([]);
    const events = await test.app.db.read.find(AuditEventRow, {
      where: { type: In(["permission_granted", "foundership_transferred"]) },
      order: { id: "ASC" },
    });
    // either it came first, or it was refused
    const order = events.map(({ type }) => type);
    const isRefused = typeof granted === "string";
    expect(order).toEqual(isRefused ? ["foundership_transferred"] : ["permission_granted", "foundership_transferred"]);
    expect(await test.app.db.read.countBy(Grant, { userId: other.user.id })).toBe(isRefused ? 0 : 1);
  });

  it("sends what concerns the founder to the new one: a request that nobody else is left to answer, the inbox (F18)", async () => {
    const { user, browser } = await someone();
    await offer(user);
    await confirm(browser);
    const expiresAt = new Date(test.clock.now().getTime() - 1);
    const nobody = { workspaceId: user.workspaceId, email: "waits@x.org", inviterId: newId(), expiresAt };
    const { token, invitation } = await anInvitationLink(test.app, nobody);
    await new Browser(test).change("requestNewLink", { token }, "asked");
    const told = await test.app.db.read.findBy(OutboxMail, { subjectId: invitation.id });
    expect(told.map(({ kind, toAddress }) => [kind, toAddress])).toEqual([["new-link-asked", user.email]]);
    const inbox = async (whom: Browser) =>
      (await whom.ask("{ inboxMails(first: 1) { nodes { id } } }")).errors?.[0]?.extensions.code;
    expect([await inbox(browser), await inbox(founder)]).toEqual([undefined, "FORBIDDEN"]);
  });
});

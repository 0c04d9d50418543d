import { Invitation } from "../invitations/invitation.entity.js";
import { aBrowserOf, aSignedInUser } from "../testing/a-signed-in-user.js";
import { anActivationLink } from "../testing/an-activation-link.js";
import { anInvitationLink } from "../testing/an-invitation-link.js";
import { aFounder, Browser } from "../testing/browser.js";
import { aRunningApp, hours } from "../testing/start-app.js";
import { until } from "../testing/until.js";
import { User } from "../users/user.entity.js";
import { countDay } from "./count-day.js";
import { DayCount } from "./day-count.entity.js";

const steps = "invited delivered opened accepted created activated";
const kinds = "failedMails expiringLinks newLinkRequests seatRefusals";
const query = `query ($days: Int!) { onboarding(days: $days) {
  ${steps} days { day invited accepted activated }
  attention { ${kinds} importProblems invitations { ${kinds} } users { ${kinds} } } } }`;
const password = "twelve green bicycles";

describe("how onboarding goes", () => {
  const test = aRunningApp();
  let founder: Browser;
  beforeAll(async () => {
    founder = await aFounder(test);
  });

  const read = async (days = 30, browser = founder) => (await browser.ask(query, { days })).data.onboarding;
  const invite = async (emails: readonly string[]): Promise<{ token: string; id: string }[]> => {
    const people = emails.map((email) => ({ email }));
    const { results } = await founder.change("inviteUsers", { people }, "results { link invitation { id } }");
    return results.map(({ link, invitation }: { link: string; invitation: { id: string } }) => ({
      token: link.split("#")[1] as string,
      id: invitation.id,
    }));
  };
  const accept = (token: string, username: string) =>
    new Browser(test).change("acceptInvitation", { token, firstName: "Ann", lastName: "Lee", username, password });
  /** A session does not last as long as that. */
  const moveTo = async (moment: Date) => {
    test.clock.set(moment);
    founder = await aBrowserOf(test, await test.app.db.read.findOneByOrFail(User, { userType: "FOUNDER" }));
  };
  const sent = (steps: { delivered: number }, more: number) =>
    until(read, ({ delivered }) => delivered === steps.delivered + more);

  it("counts each person once at every step, on the day of the workspace", async () => {
    const before = await read();
    const [ann, bob] = await invite(["ann@x.org", "bob@x.org", "cas@x.org"]);
    await sent(before, 3);
    for (let i = 0; i < 3; i++) await new Browser(test).change("reportLinkOpened", { token: ann?.token });
    await accept(ann?.token as string, "ann");
    await accept(ann?.token as string, "ann.again");
    await founder.change("resendInvitations", { ids: [bob?.id] });
    const after = await until(read, ({ delivered }) => delivered === 3);
    expect(after).toMatchObject({ invited: 3, delivered: 3, opened: 1, accepted: 1, created: 0, activated: 0 });
    expect(after.days).toHaveLength(30);
    expect(after.days.at(-1)).toEqual({ day: "2026-11-22", invited: 3, accepted: 1, activated: 0 });
    expect(after.days[0]).toEqual({ day: "2026-10-24", invited: 0, accepted: 0, activated: 0 });
  });

  it("does not count an expired invitation twice when it is renewed", async () => {
    const before = await read();
    await invite(["dina@x.org"]);
    await sent(before, 1);
    await moveTo(new Date(test.clock.now().getTime() + hours(8 * 24)));
    await invite(["dina@x.org"]);
    expect((await read()).invited).toBe(before.invited + 1);
  });

  it("goes by the calendar of the workspace's zone, not of UTC", async () => {
    await founder.change("updateWorkspace", { timeZone: "Asia/Tokyo" });
    await moveTo(new Date("2026-12-01T20:00:00.000Z"));
    await invite(["ella@x.org", "finn@x.org"]);
    const { days } = await read(2);
    expect(days).toEqual([
      { day: "2026-12-01", invited: 0, accepted: 0, activated: 0 },
      { day: "2026-12-02", invited: 2, accepted: 0, activated: 0 },
    ]);
    await founder.change("updateWorkspace", { timeZone: "Europe/Brussels" });
  });

  it("counts who activates a created account", async () => {
    const { workspaceId } = await test.app.db.read.findOneByOrFail(User, { userType: "FOUNDER" });
    const { token } = await anActivationLink(test.app, {
      workspaceId,
      email: "gus@x.org",
      firstName: "G",
      lastName: "L",
    });
    const before = await read(1);
    await new Browser(test).change("reportLinkOpened", { token });
    await new Browser(test).change("activateUser", { token, password });
    const { opened, activated, days } = await read(1);
    expect({ opened, activated }).toEqual({ opened: before.opened + 1, activated: before.activated + 1 });
    expect(days[0].activated).toBe(activated);
  });

  it("loses no count of many at once, and none of a transaction that was rolled back", async () => {
    const { workspaceId } = await test.app.db.read.findOneByOrFail(User, { userType: "FOUNDER" });
    const before = await read(1);
    const count = (fails: boolean) =>
      test.app.db.tx(async (tx) => {
        await countDay(tx, test.app, workspaceId, { OPENED: 2, ACCEPTED: 1 });
        if (fails) throw new Error("rolled back");
      });
    await Promise.allSettled(Array.from({ length: 60 }, (_, i) => count(i % 3 === 0)));
    const after = await read(1);
    expect([after.opened - before.opened, after.accepted - before.accepted]).toEqual([80, 40]);
    const rows = await test.app.db.read.findBy(DayCount, { step: "ACCEPTED", workspaceId });
    expect(new Set(rows.map(({ shard }) => shard)).size).toBeGreaterThan(1);
  });

  it.each([0, 367, -1])("is asked for 1 to 366 days, not %d", async (days) => {
    expect((await founder.ask(query, { days })).errors?.[0]?.extensions.code).toBe("BAD_USER_INPUT");
  });
});

describe("what needs attention", () => {
  const test = aRunningApp();
  let founder: Browser;
  let workspaceId: string;
  let inviterId: string;
  let people = 0;
  beforeAll(async () => {
    founder = await aFounder(test);
    ({ workspaceId, id: inviterId } = await test.app.db.read.findOneByOrFail(User, { userType: "FOUNDER" }));
  });

  const attention = async (browser = founder) => (await browser.ask(query, { days: 1 })).data.onboarding.attention;
  const invited = (given: Partial<Invitation>) =>
    anInvitationLink(test.app, { workspaceId, inviterId, email: `person${++people}@x.org`, ...given });
  const created = (given: Partial<User>) =>
    anActivationLink(test.app, { workspaceId, email: `created${++people}@x.org`, ...given });
  const inHours = (count: number) => new Date(test.clock.now().getTime() + hours(count));
  const none = { failedMails: 0, expiringLinks: 0, newLinkRequests: 0, seatRefusals: 0 };

  it("is nothing at first", async () => {
    expect(await attention()).toEqual({ ...none, importProblems: 0, invitations: none, users: none });
  });

  it("is who cannot come in as things stand, the same people as in the lists that Home leads to", async () => {
    await invited({ deliveryState: "FAILED" });
    await invited({ deliveryState: "BOUNCED" });
    await invited({ deliveryState: "FAILED", status: "ACCEPTED" });
    await invited({ deliveryState: "SENT", expiresAt: inHours(47) });
    await invited({ deliveryState: "SENT", expiresAt: inHours(49) });
    await invited({ expiresAt: inHours(-1), attention: "NEW_LINK_ASKED" });
    await invited({ attention: "SEAT_LIMIT" });
    await created({ deliveryState: "BOUNCED", activationExpiresAt: inHours(100) });
    await created({ activationExpiresAt: inHours(20) });
    await created({ activationExpiresAt: inHours(-20) });
    await invited({ deliveryState: "FAILED", expiresAt: inHours(-1) });
    const invitations = { failedMails: 2, expiringLinks: 1, newLinkRequests: 1, seatRefusals: 1 };
    const users = { failedMails: 1, expiringLinks: 2, newLinkRequests: 0, seatRefusals: 0 };
    const all = { failedMails: 3, expiringLinks: 3, newLinkRequests: 1, seatRefusals: 1, importProblems: 0 };
    expect(await attention()).toEqual({ ...all, invitations, users });

    const failed = `statuses: [PENDING], deliveryStatuses: [FAILED, BOUNCED]`;
    const soon = `"${inHours(48).toISOString()}"`;
    const { data } = await founder.ask(`{
      failedMails: countInvitations(filter: { ${failed} })
      expiringLinks: countInvitations(filter: { statuses: [PENDING], expiresBefore: ${soon} })
      newLinkRequests: countInvitations(filter: { attention: [NEW_LINK_ASKED] })
      seatRefusals: countInvitations(filter: { attention: [SEAT_LIMIT] })
      failedOfUsers: countUsers(filter: { ${failed} })
      expiringOfUsers: countUsers(filter: { statuses: [PENDING], activationExpiresBefore: ${soon} })
    }`);
    const { failedOfUsers, expiringOfUsers, ...listed } = data;
    expect(listed).toEqual(invitations);
    expect([failedOfUsers, expiringOfUsers]).toEqual([users.failedMails, users.expiringLinks]);

    const { browser } = await aSignedInUser(test, { email: "reg@x.org", permissions: ["USER_REGISTRATION"] });
    expect(await attention(browser)).toEqual({ ...invitations, importProblems: 0, invitations, users: null });
  });

  it("is an import with refused rows, for who may see it", async () => {
    const columns = ["first_name", "last_name", "email", "company"];
    const input = { fileName: "people.csv", totalRows: 1, columns };
    const { import: started } = await founder.change("startImport", input, "import { id }");
    const rows = [["Lea", "Maes", "no address", "Northwind"]];
    await founder.change("stageImportRows", { importId: started.id, chunk: 0, firstRow: 2, rows });
    await founder.change("commitImport", { importId: started.id });
    await until(attention, ({ importProblems }) => importProblems === 1);
    const given = { email: "bulk@x.org", permissions: ["USER_REGISTRATION", "CAN_BULK_INVITE"] as const };
    const { browser } = await aSignedInUser(test, given);
    expect((await attention(browser)).importProblems).toBe(0);
  });
});

import { pino } from "pino";
import { In } from "typeorm";
import type { Config } from "./config.js";
import { joiners } from "./demo/live-a-year.js";
import { pendingUsers } from "./demo/mark-users.js";
import { OutboxMail } from "./mail/outbox-mail.entity.js";
import { Grant } from "./permissions/grant.entity.js";
import { type SeededWorkspace, seedWorkspace, WorkspaceExists } from "./seed-workspace.js";
import { Browser } from "./testing/browser.js";
import { startApp, type TestApp } from "./testing/start-app.js";
import { User } from "./users/user.entity.js";

/** A year takes a while on a busy machine. */
const patience = 120_000;
const log = pino({ level: "silent" });

describe("the demo workspace", () => {
  let test: TestApp;
  let config: Config;
  let seeded: SeededWorkspace;
  let founder: Browser;

  const seededApp = (env: Record<string, string> = {}) =>
    startApp({ LOG_LEVEL: "silent", ...env }, async (given, clock) => {
      config = given;
      seeded = await seedWorkspace(given, clock.now(), log);
    });

  async function signedIn(to: TestApp): Promise<Browser> {
    const browser = new Browser(to);
    const input = { login: seeded.login, password: seeded.password };
    expect((await browser.change("signIn", input, "viewer { user { userType } }")).viewer.user.userType).toBe(
      "FOUNDER",
    );
    return browser;
  }

  beforeAll(async () => {
    test = await seededApp();
    founder = await signedIn(test);
  }, patience);
  afterAll(() => test.stop());

  const ask = async (query: string, by = founder) => {
    const { data, errors } = await by.ask(query);
    if (errors) throw new Error(JSON.stringify(errors));
    return data;
  };

  it("says in its name that it is a demo", async () => {
    const data = await ask("{ workspace { name seats { used } } countUsers(filter: { statuses: [ACTIVE] }) }");
    expect(data.workspace).toEqual({ name: "Demo: Northwind Academy", seats: { used: data.countUsers } });
  });

  it("holds 300 people in every state (F45)", async () => {
    const data = await ask(`{
      all: countUsers
      active: countUsers(filter: { statuses: [ACTIVE] })
      pending: countUsers(filter: { statuses: [PENDING] })
      deactivated: countUsers(filter: { statuses: [DEACTIVATED] })
      administrators: countUsers(filter: { userTypes: [ADMINISTRATOR] })
      french: countUsers(filter: { language: FR })
      dutch: countUsers(filter: { language: NL })
    }`);
    expect(data.all).toBe(300);
    expect(data.all).toBe(1 + joiners + pendingUsers);
    expect(data.active + data.pending + data.deactivated).toBe(300);
    expect(data).toMatchObject({ administrators: 4, pending: 5, deactivated: expect.any(Number) });
    expect(Math.min(data.deactivated, data.french, data.dutch)).toBeGreaterThan(5);
  });

  it("holds people as they are: companies, groups, leaders, labels, sign-ins, long and accented names (F51)", async () => {
    const { users, long, companies, teams } = await ask(`{
      users(first: 100, orderBy: { field: CREATED_AT, direction: ASC }) {
        nodes { firstName lastName lastSignInAt company { name } label { name } groups { role group { name } } } }
      long: users(filter: { search: "Wolfeschlegelsteinhausenbergerdorff" }) { totalCount }
      companies { totalCount }
      teams(first: 50) { nodes { leader { email } } }
    }`);
    const names: string[] = users.nodes.map(({ lastName }: { lastName: string }) => lastName);
    expect(long.totalCount).toBe(1);
    expect(names.some((name) => /[éèôüç]/.test(name))).toBe(true);
    expect(names).toContain("山田");
    const filled = (field: string) => users.nodes.filter((user: Record<string, unknown>) => user[field]).length;
    expect(filled("lastSignInAt")).toBe(100);
    expect(filled("company")).toBeGreaterThan(90);
    expect(filled("label")).toBeGreaterThan(20);
    const roles = users.nodes.flatMap(({ groups }: { groups: { role: string }[] }) => groups.map(({ role }) => role));
    expect(new Set(roles)).toEqual(new Set(["ADMINISTRATOR", "COACH", "LEARNER"]));
    expect(companies.totalCount).toBeGreaterThan(5);
    expect(teams.nodes.filter(({ leader }: { leader: unknown }) => leader).length).toBeGreaterThan(5);
  });

  it("holds groups that somebody runs, with program sessions that are over, under way and to come (F51)", async () => {
    const { groups, programSessions, labels } = await ask(`{
      groups(first: 50) { nodes { name administrators { count } coaches { count } learners { count } } }
      programSessions(first: 100) { nodes { name startsOn endsOn group { name } instructors { count } participants { count }
        members(part: PARTICIPANT, first: 50) { nodes { status } } } }
      labels { totalCount }
    }`);
    expect(labels.totalCount).toBeGreaterThan(3);
    for (const { administrators, learners } of groups.nodes) {
      expect(administrators.count).toBe(1);
      expect(learners.count).toBeGreaterThan(1);
    }
    type Session = { startsOn: string; endsOn: string; name: string; group: { name: string } } & Record<
      "instructors" | "participants",
      { count: number }
    > & { members: { nodes: { status: string | null }[] } };
    const sessions: Session[] = programSessions.nodes;
    const today = test.clock.now().toISOString().slice(0, 10);
    const over = sessions.filter(({ endsOn }) => endsOn < today);
    const toCome = sessions.filter(({ startsOn }) => startsOn > today);
    expect(over.length).toBeGreaterThan(5);
    expect(toCome.length).toBeGreaterThan(5);
    expect(sessions.length - over.length - toCome.length).toBeGreaterThan(3);
    expect(sessions.every(({ name, group }) => name.startsWith(group.name))).toBe(true);
    expect(sessions.every(({ instructors }) => instructors.count > 0)).toBe(true);
    expect(sessions.filter(({ participants }) => participants.count > 3).length).toBeGreaterThan(sessions.length / 2);
    // some are awaited
    expect(toCome.some(({ members }) => members.nodes.some(({ status }) => status === null))).toBe(true);
  });

  it("holds invitations in every state, with what became of their mails (F14, F20)", async () => {
    const data = await ask(`{
      pending: invitations(first: 100, filter: { statuses: [PENDING] }) { totalCount nodes { ...sent } }
      expired: invitations(first: 100, filter: { statuses: [EXPIRED] }) { totalCount nodes { ...sent } }
      accepted: invitations(first: 100, filter: { statuses: [ACCEPTED] }) { totalCount nodes { ...sent } }
      cancelled: invitations(first: 100, filter: { statuses: [CANCELLED] }) { totalCount nodes { ...sent } }
    }
    fragment sent on Invitation { sentCount openedAt expiresAt delivery { status serverAnswer } inviter { id } }`);
    expect(data.accepted.totalCount).toBe(joiners);
    for (const state of ["pending", "expired", "cancelled"]) expect(data[state].totalCount).toBeGreaterThan(5);
    const sent: { sentCount: number; openedAt: string | null; delivery: { status: string } | null }[] = Object.values(
      data as Record<string, { nodes: [] }>,
    ).flatMap(({ nodes }) => nodes);
    // what was sent is known for 90 days
    const known = sent.flatMap(({ delivery }) => delivery?.status ?? []);
    expect(new Set(known)).toEqual(new Set(["SENT", "FAILED"]));
    expect(new Set(sent.map(({ sentCount }) => sentCount))).toEqual(new Set([1, 2]));
    expect(sent.some(({ openedAt }) => openedAt === null)).toBe(true);
    const inviters = data.accepted.nodes.map(({ inviter }: { inviter: { id: string } }) => inviter.id);
    expect(new Set(inviters).size).toBeGreaterThan(2);
  });

  it("holds one finished import with errors in its report (F41)", async () => {
    const { imports } = await ask(`{ imports { nodes { status totalRows doneRows emptyRows
      counts { invited addedToGroups unchanged rejected } problems { column code rows } } } }`);
    expect(imports.nodes).toHaveLength(1);
    const [{ status, totalRows, doneRows, emptyRows, counts, problems }] = imports.nodes;
    expect({ status, doneRows, emptyRows }).toEqual({ status: "DONE", doneRows: totalRows, emptyRows: 3 });
    expect(counts).toEqual({ invited: totalRows - 3 - 4 - 8, addedToGroups: 2, unchanged: 2, rejected: 8 });
    expect(problems).toContainEqual({ column: "language", code: "UNKNOWN_LANGUAGE", rows: 2 });
    expect(problems).toContainEqual({ column: "email", code: "DUPLICATE_IN_INPUT", rows: 1 });
  });

  it("requires an identity, which all have who do things here, and the latest are on their way to (F59, F60, F62)", async () => {
    const { workspace, viewer, users, identities, ...counts } = await ask(`{
      workspace { identityRequired }
      viewer { mustRegister user { identityStatus } }
      none: countUsers(filter: { identityStatuses: [NONE], statuses: [ACTIVE] })
      drafts: countUsers(filter: { identityStatuses: [DRAFT] })
      submitted: countUsers(filter: { identityStatuses: [SUBMITTED] })
      validated: countUsers(filter: { identityStatuses: [VALIDATED] })
      rejected: countUsers(filter: { identityStatuses: [REJECTED] })
      users(first: 100, filter: { userTypes: [ADMINISTRATOR] }) { nodes { identityStatus } }
      identities(first: 3, statuses: [REJECTED]) { nodes { values { legalLastName phone } reasons { reason } user { lastName } } }
    }`);
    expect(workspace.identityRequired).toBe(true);
    expect(viewer).toEqual({ mustRegister: false, user: { identityStatus: "VALIDATED" } });
    for (const [state, count] of Object.entries(counts)) expect([state, count]).not.toEqual([state, 0]);
    expect(counts.validated).toBeGreaterThan(200);
    expect(counts.submitted).toBeGreaterThan(10);
    expect(new Set(users.nodes.map((user: { identityStatus: string }) => user.identityStatus))).toEqual(
      new Set(["VALIDATED"]),
    );
    for (const { values, reasons, user } of identities.nodes) {
      expect(values).toEqual({ legalLastName: user.lastName, phone: expect.stringMatching(/^\+336399/) });
      expect(reasons.length).toBeGreaterThan(0);
    }
    const grants = await test.app.db.read.find(Grant);
    const holders = await test.app.db.read.findBy(User, { id: In(grants.map(({ userId }) => userId)) });
    expect(holders.length).toBeGreaterThan(2);
    expect(holders.every(({ identityStatus }) => identityStatus === "VALIDATED")).toBe(true);
    const { inboxMails } = await ask("{ inboxMails(first: 100) { nodes { subject } } }");
    const subjects = inboxMails.nodes.map(({ subject }: { subject: string }) => subject).join();
    expect(subjects).toMatch(/Please correct your personal information|Veuillez corriger|Verbeter uw/);
  });

  it("leaves the mails of the last day in the development inbox, and none waiting", async () => {
    const { inboxMails } = await ask("{ inboxMails { nodes { to subject } } }");
    expect(inboxMails.nodes.length).toBeGreaterThan(5);
    expect(await test.app.db.read.countBy(OutboxMail, { state: "QUEUED" })).toBe(0);
  });

  it("is refused where a workspace exists, and changes nothing", async () => {
    await expect(seedWorkspace(config, test.clock.now(), log)).rejects.toThrow(WorkspaceExists);
    expect((await ask("{ countUsers }")).countUsers).toBe(300);
  });

  it(
    "is of the same people wherever it is made, and makes no mail where a mail server is set",
    async () => {
      const people = `{ users(first: 100) { nodes { email username firstName lastName status identityStatus createdAt } }
      invitations(first: 100) { nodes { email status language createdAt expiresAt } } }`;
      const here = await ask(people);
      const twin = await seededApp({ SMTP_URL: "smtp://127.0.0.1:9", MAIL_FROM: "a@x.org", PUBLIC_URL: test.url });
      try {
        expect(await twin.app.db.read.count(OutboxMail)).toBe(0);
        expect(await ask(people, await signedIn(twin))).toEqual(here);
      } finally {
        await twin.stop();
      }
    },
    patience,
  );
});

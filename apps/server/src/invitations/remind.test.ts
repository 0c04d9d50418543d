import { In } from "typeorm";
import { readLink } from "../links/read-link.js";
import { OutboxMail } from "../mail/outbox-mail.entity.js";
import { aDatabase } from "../testing/a-database.js";
import { aMailServer } from "../testing/a-mail-server.js";
import { aPostOffice, invite, type PostOffice, sendMails } from "../testing/a-post-office.js";
import { aFounder } from "../testing/browser.js";
import { aRunningApp, hours } from "../testing/start-app.js";
import { until } from "../testing/until.js";
import { Workspace } from "../workspaces/workspace.entity.js";
import { Invitation } from "./invitation.entity.js";
import { makeReminderWorker } from "./remind.js";

const days = (count: number) => hours(24 * count);

describe("reminders", () => {
  const database = aDatabase();
  const post = aMailServer();
  let office: PostOffice;

  beforeEach(async () => {
    office = await aPostOffice(database.db, { delivery: "SMTP", url: post.server.url, from: "no-reply@example.org" });
    await database.db.tx((tx) => tx.update(Workspace, { id: office.workspace.id }, { reminderCount: 2 }));
  });

  const later = (ms: number) => new Date(office.clock.now().getTime() + ms);
  const invited = async (people: readonly Partial<Invitation>[]) => {
    const made = await invite(
      office,
      people.map((person) => ({ nextReminderAt: later(days(3)), deliveryState: "QUEUED", ...person })),
    );
    await sendMails(office.app);
    return made;
  };
  const stored = async (people: readonly Invitation[]) => {
    const rows = await database.db.read.findBy(Invitation, { id: In(people.map(({ id }) => id)) });
    return people.map(({ id }) => rows.find((row) => row.id === id) as Invitation);
  };
  /** A sweep, and the mails that it made. */
  const sweep = async () => {
    const worker = makeReminderWorker(office.app);
    while (await worker.work(new AbortController().signal));
    post.server.mails.length = 0;
    await sendMails(office.app);
    return post.server.mails;
  };
  const secretIn = (text = "") => /#([\w-]{43})/.exec(text)?.[1] ?? "";

  it("go out after the days that are set, as often as is set, with a further link of the same expiry (F19)", async () => {
    const people = await invited([{ firstName: "Lea", message: "Welcome aboard" }]);
    const first = secretIn(post.server.mails[0]?.text);
    expect(await sweep()).toHaveLength(0);
    office.clock.forward(days(3));
    const [reminder] = await sweep();
    expect(reminder).toMatchObject({ subject: "Reminder: Ada Okoro invites you to join Northwind Academy" });
    expect(reminder?.text).toContain("Welcome aboard");
    expect(await stored(people)).toMatchObject([
      { remindersSent: 1, nextReminderAt: later(days(3)), deliveryState: "SENT", generation: 1 },
    ]);
    for (const secret of [first, secretIn(reminder?.text)]) {
      const found = await readLink(database.db.read, office.workspace.id, secret, office.clock.now());
      expect(found).toMatchObject({ state: "VALID", link: { expiresAt: people[0]?.expiresAt } });
    }
    office.clock.forward(days(3));
    expect(await sweep()).toHaveLength(1);
    expect(await stored(people)).toMatchObject([{ remindersSent: 2, nextReminderAt: null }]);
    office.clock.forward(days(30));
    expect(await sweep()).toHaveLength(0);
  });

  it("stop by themselves: on acceptance, cancellation, a bounce, at the link's end (F19)", async () => {
    post.server.refuse = (stage, address) =>
      stage === "recipient" && address === "refused@example.org"
        ? { code: 550, words: "5.1.1 no such user" }
        : undefined;
    const people = await invited([
      { email: "accepted@example.org" },
      { email: "cancelled@example.org" },
      { email: "refused@example.org" },
      { email: "expired@example.org", expiresAt: later(days(2)) },
      { email: "waiting@example.org" },
    ]);
    const [accepted, cancelled] = people as [Invitation, Invitation];
    await database.db.tx(async (tx) => {
      await tx.update(Invitation, { id: accepted.id }, { status: "ACCEPTED", openKey: null });
      await tx.update(Invitation, { id: cancelled.id }, { status: "CANCELLED", openKey: null });
    });
    office.clock.forward(days(3));
    expect((await sweep()).map(({ recipient }) => recipient)).toEqual(["waiting@example.org"]);
    expect((await stored(people)).map(({ remindersSent }) => remindersSent)).toEqual([0, 0, 0, 0, 1]);
    expect((await stored(people)).slice(0, 4).every(({ nextReminderAt }) => nextReminderAt === null)).toBe(true);
  });

  it("are made for many in batches, once each, whoever else sweeps (F19)", async () => {
    const nextReminderAt = later(days(3));
    const people = await invite(
      office,
      Array.from({ length: 450 }, () => ({ nextReminderAt, deliveryState: "SENT" as const })),
    );
    office.clock.forward(days(3));
    const workers = [makeReminderWorker(office.app), makeReminderWorker(office.app)];
    const signal = new AbortController().signal;
    await Promise.all(
      workers.map(async (worker) => {
        while (await worker.work(signal));
      }),
    );
    const mails = await database.db.read.countBy(OutboxMail, { workspaceId: office.workspace.id, kind: "reminder" });
    expect(mails).toBe(450);
    expect((await stored(people)).every(({ remindersSent }) => remindersSent === 1)).toBe(true);
  });

  it("wait for the mail that they remind of", async () => {
    post.server.refuse = (stage) => (stage === "recipient" ? { code: 451, words: "4.7.1 later" } : undefined);
    const people = await invited([{}]);
    office.clock.forward(days(3));
    await makeReminderWorker(office.app).work(new AbortController().signal);
    expect(await stored(people)).toMatchObject([{ remindersSent: 0, nextReminderAt: later(hours(1)) }]);
  });
});

describe("the setting for reminders", () => {
  const test = aRunningApp();

  it("counts from each mail, and a change of it reaches whoever is invited already (F19)", async () => {
    const founder = await aFounder(test);
    const set = (settings: object) => founder.change("updateWorkspace", { ...settings });
    const due = async (id: string) => (await test.app.db.read.findOneByOrFail(Invitation, { id })).nextReminderAt;
    await set({ reminderAfterDays: 2, reminderCount: 1 });
    const { results } = await founder.change(
      "inviteUsers",
      { people: [{ email: "lea@x.org" }] },
      "results { invitation { id nextReminderAt remindersSent } }",
    );
    const { id, ...reminders } = results[0].invitation;
    const sentAt = test.clock.now().getTime();
    expect(reminders).toEqual({ nextReminderAt: new Date(sentAt + days(2)).toISOString(), remindersSent: 0 });
    await set({ reminderAfterDays: 5 });
    await until(
      () => due(id),
      (at) => at?.getTime() === sentAt + days(5),
    );
    await set({ reminderCount: 0 });
    await until(
      () => due(id),
      (at) => at === null,
    );
    test.clock.forward(days(4));
    await founder.change("signIn", { login: "ada@northwind.example", password: "wandering purple kettle" });
    await set({ reminderAfterDays: 1, reminderCount: 1 });
    // two days ago it would have been due: an hour is left to think better of it
    await until(
      () => due(id),
      (at) => at?.getTime() === test.clock.now().getTime() + hours(1),
    );
    await founder.change("resendInvitations", { ids: [id] });
    expect(await due(id)).toEqual(new Date(test.clock.now().getTime() + days(1)));
  });
});

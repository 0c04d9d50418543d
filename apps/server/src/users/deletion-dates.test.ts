import { AuditEventRow } from "../audit/audit-event.entity.js";
import { bulkInsert } from "../db/bulk-insert.js";
import { OutboxMail } from "../mail/outbox-mail.entity.js";
import { aDatabase } from "../testing/a-database.js";
import { aMailServer } from "../testing/a-mail-server.js";
import { aPostOffice, outboxOf, sendMails } from "../testing/a-post-office.js";
import { aUser } from "../testing/rows.js";
import { WorkspaceSeats } from "../workspaces/workspace-seats.entity.js";
import { makeDeletionDateWorker } from "./deletion-dates.js";
import { User } from "./user.entity.js";

describe("deletion dates (F48)", () => {
  const database = aDatabase();
  const post = aMailServer();
  let people = 0;

  /** A workspace in Brussels, on 22 November 2026, 10:00 there. */
  async function aWorkspace() {
    const office = await aPostOffice(database.db, {
      delivery: "SMTP",
      url: post.server.url,
      from: "no-reply@example.org",
    });
    const { app, workspace } = office;
    const workspaceId = workspace.id;
    await app.db.tx((tx) => bulkInsert(tx, WorkspaceSeats, [{ workspaceId, seatLimit: null, used: 10 }]));
    return {
      ...office,
      async someone(deletionDate: string | null, given: Partial<User> = {}): Promise<User> {
        const user = aUser({
          workspaceId,
          email: `p${++people}@example.org`,
          firstName: "Lea",
          deletionDate,
          ...given,
        });
        await app.db.tx((tx) => bulkInsert(tx, User, [user]));
        return user;
      },
      async sweep(at?: string) {
        if (at) office.clock.set(new Date(at));
        const { work } = makeDeletionDateWorker(app);
        while (await work(new AbortController().signal));
      },
      async date(user: User, deletionDate: string | null) {
        await app.db.tx((tx) => tx.update(User, { id: user.id }, { deletionDate }));
      },
    };
  }
  const exists = ({ id }: User) => database.db.read.existsBy(User, { id });
  const notices = ({ id }: User) => database.db.read.countBy(OutboxMail, { subjectId: id, kind: "deletion-notice" });

  it.each([
    ["en", "Your account in Northwind Academy will be deleted", "on Sunday, 29 November 2026"],
    ["fr", "Votre compte dans Northwind Academy va être supprimé", "le dimanche 29 novembre 2026"],
    ["nl", "Uw account bij Northwind Academy wordt verwijderd", "op zondag 29 november 2026"],
  ] as const)("are announced in the person's language: %s", async (language, subject, day) => {
    const place = await aWorkspace();
    const lea = await place.someone("2026-11-29", { language, firstName: "<b>Lea" });
    await place.sweep();
    await sendMails(place.app);
    const [mail] = post.server.mails;
    expect(mail).toMatchObject({ subject, recipient: lea.email });
    expect(mail?.text).toContain(day);
    expect(mail?.html).toContain("&lt;b&gt;Lea");
    expect(await outboxOf(place, [lea])).toMatchObject([{ state: "SENT" }]);
  });

  it("are announced once, 7 days before in the workspace's time zone, and again when they move", async () => {
    const place = await aWorkspace();
    const lea = await place.someone("2026-11-30");
    const never = await place.someone(null);
    await place.sweep("2026-11-22T22:59:59.000Z");
    expect(await notices(lea)).toBe(0);
    await place.sweep("2026-11-22T23:00:00.000Z");
    await place.sweep();
    expect([await notices(lea), await notices(never)]).toEqual([1, 0]);
    await place.date(lea, "2026-12-24");
    await place.sweep();
    expect(await notices(lea)).toBe(1);
    await place.date(lea, "2026-11-25");
    await place.sweep();
    expect(await notices(lea)).toBe(2);
  });

  it("say nothing where the date was taken away before the mail went out", async () => {
    const place = await aWorkspace();
    const [lea, mona] = [await place.someone("2026-11-25"), await place.someone("2026-11-25")];
    await place.sweep();
    await place.date(lea, null);
    await sendMails(place.app);
    expect(await outboxOf(place, [lea, mona])).toMatchObject([{ state: "SUPPRESSED" }, { state: "SENT" }]);
  });

  it("delete on the day where the workspace is, by the system, and free the seat", async () => {
    const place = await aWorkspace();
    const [lea, pending, founder] = [
      await place.someone("2026-11-23"),
      await place.someone("2026-11-23", { status: "PENDING", hasSeat: false, email: null, username: `u${people}` }),
      await place.someone("2026-11-23", { userType: "FOUNDER" }),
    ];
    await place.sweep();
    await sendMails(place.app);
    await place.sweep("2026-11-22T22:59:59.000Z");
    expect([await exists(lea), await exists(pending)]).toEqual([true, true]);
    await place.sweep("2026-11-22T23:00:00.000Z");
    expect([await exists(lea), await exists(pending), await exists(founder)]).toEqual([false, false, true]);
    const { id: workspaceId } = place.workspace;
    expect(await database.db.read.findOneBy(WorkspaceSeats, { workspaceId })).toMatchObject({ used: 9 });
    const events = await database.db.read.findBy(AuditEventRow, { subjectId: lea.id });
    expect(events).toMatchObject([{ type: "user_deleted", actorKind: "system", actorId: null }]);
  });

  it("set to today are announced first, and are over by tomorrow whatever the mail server does", async () => {
    const place = await aWorkspace();
    const [lea, mona] = [await place.someone("2026-11-22"), await place.someone("2026-11-22")];
    await place.sweep();
    expect([await exists(lea), await notices(lea)]).toEqual([true, 1]);
    post.server.refuse = (stage, address) =>
      stage === "recipient" && address === mona.email ? { code: 451, words: "4.7.1 later" } : undefined;
    await sendMails(place.app);
    await place.sweep();
    expect([await exists(lea), await exists(mona)]).toEqual([false, true]);
    await place.sweep("2026-11-22T23:00:00.000Z");
    expect(await exists(mona)).toBe(false);
  });

  it("are kept by several processes at once, each person told and deleted once", async () => {
    const place = await aWorkspace();
    const users = await Promise.all(Array.from({ length: 20 }, () => place.someone("2026-11-24")));
    await Promise.all([place.sweep(), place.sweep(), place.sweep()]);
    expect(await Promise.all(users.map(notices))).toEqual(users.map(() => 1));
    await sendMails(place.app);
    place.clock.set(new Date("2026-11-24T12:00:00.000Z"));
    await Promise.all([place.sweep(), place.sweep(), place.sweep()]);
    expect(await Promise.all(users.map(exists))).toEqual(users.map(() => false));
    const { id: workspaceId } = place.workspace;
    expect(await database.db.read.countBy(AuditEventRow, { workspaceId, type: "user_deleted" })).toBe(20);
  });
});

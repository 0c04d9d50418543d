import { In } from "typeorm";
import type { App } from "../context.js";
import { bulkInsert } from "../db/bulk-insert.js";
import { newId } from "../db/ids.js";
import { Invitation } from "../invitations/invitation.entity.js";
import { aDatabase } from "../testing/a-database.js";
import { aMailServer, type ReceivedMail } from "../testing/a-mail-server.js";
import { aPostOffice, invite, outboxOf, type PostOffice, sendMails } from "../testing/a-post-office.js";
import { aPng } from "../testing/images.js";
import { hours } from "../testing/start-app.js";
import { Workspace } from "../workspaces/workspace.entity.js";
import { WorkspaceLogo } from "../workspaces/workspace-logo.entity.js";
import { OutboxMail } from "./outbox-mail.entity.js";

const minutes = (count: number) => hours(count / 60);
const nobody = (count: number) => Array.from({ length: count }, () => ({}));
const linkIn = (mail: ReceivedMail | undefined) => /https:\S+#\S+/.exec(mail?.text ?? "")?.[0];

describe("a mail on its way", () => {
  const database = aDatabase();
  const post = aMailServer();
  let office: PostOffice;

  beforeEach(async () => {
    // what an earlier test left waiting is none of the next one's business
    await database.db.tx((tx) => tx.delete(OutboxMail, { state: "QUEUED" }));
    office = await aPostOffice(database.db, { delivery: "SMTP", url: post.server.url, from: "no-reply@example.org" });
  });

  it("is sent once, with the server's answer kept and the secret erased (F20)", async () => {
    const people = await invite(office, nobody(230));
    await sendMails(office.app);
    await sendMails(office.app);
    expect(post.server.mails.map(({ recipient }) => recipient).sort()).toEqual(people.map(({ email }) => email).sort());
    for (const row of await outboxOf(office, people)) {
      expect(row).toMatchObject({
        state: "SENT",
        attempts: 1,
        serverAnswer: "250 2.0.0 kept",
        sealedSecret: null,
        leaseOwner: null,
        leaseUntil: null,
      });
    }
  });

  it("brings the workspace's colour, and its logo beside the HTML that shows it (F64)", async () => {
    const bytes = aPng(300, 60);
    const { id: workspaceId } = office.workspace;
    const image = { contentType: "image/png" as const, base64: bytes.toString("base64"), width: 300, height: 60 };
    await database.db.tx(async (tx) => {
      await bulkInsert(tx, WorkspaceLogo, [{ workspaceId, hash: "h".repeat(43), image }]);
      await tx.update(Workspace, { id: workspaceId }, { accentColor: "#aa0000", logoHash: "h".repeat(43) });
    });
    await invite(office, nobody(2));
    await sendMails(office.app);
    expect(post.server.mails).toHaveLength(2);
    for (const mail of post.server.mails) {
      expect(mail.html).toContain("background:#aa0000");
      expect(mail.html).toContain('src="cid:logo@usher"');
      expect(mail.attachments).toMatchObject([
        { contentId: "<logo@usher>", mimeType: "image/png", disposition: "inline", related: true },
      ]);
      expect(Buffer.from(mail.attachments[0]?.content as ArrayBuffer)).toEqual(bytes);
      expect(mail.text).toContain("https://people.example.org/join#");
    }
  });

  it("is tried again after a minute, with the same link, when the server says 'not now'", async () => {
    const people = await invite(office, [{}]);
    post.server.refuse = (stage) => (stage === "recipient" ? { code: 451, words: "4.7.1 greylisted" } : undefined);
    await sendMails(office.app);
    const [row] = await outboxOf(office, people);
    expect(row).toMatchObject({ state: "QUEUED", attempts: 1, serverAnswer: "451 4.7.1 greylisted", leaseUntil: null });
    expect(row?.sealedSecret).not.toBeNull();
    post.server.refuse = () => undefined;
    office.clock.forward(minutes(1) - 1);
    await sendMails(office.app);
    expect(post.server.mails).toEqual([]);
    office.clock.forward(1);
    await sendMails(office.app);
    expect(post.server.mails).toHaveLength(1);
    expect(await outboxOf(office, people)).toMatchObject([{ state: "SENT", attempts: 2, sealedSecret: null }]);
  });

  it("is given up after 48 hours of 'not now', with the server's last words", async () => {
    const people = await invite(office, [{}]);
    const began = office.clock.now().getTime();
    post.server.refuse = (stage) => (stage === "message" ? { code: 452, words: "mailbox full" } : undefined);
    await sendMails(office.app);
    for (let [row] = await outboxOf(office, people); row?.state === "QUEUED"; [row] = await outboxOf(office, people)) {
      office.clock.set(row.dueAt);
      await sendMails(office.app);
    }
    expect(await outboxOf(office, people)).toMatchObject([
      { state: "FAILED", attempts: 10, serverAnswer: "452 mailbox full", sealedSecret: null },
    ]);
    expect((office.clock.now().getTime() - began) / hours(1)).toBeCloseTo(48, 0);
  });

  it.each([
    ["recipient", "5.1.1 no such user"],
    ["message", "5.7.1 not wanted here"],
  ] as const)("fails at once when the server refuses the %s for good, and says why (F20)", async (refused, words) => {
    const people = await invite(office, [{}, {}]);
    const [wrong] = people;
    post.server.refuse = (stage, address) =>
      stage === refused && address === wrong?.email ? { code: 550, words } : undefined;
    await sendMails(office.app);
    expect(await outboxOf(office, people)).toMatchObject([
      { state: "FAILED", attempts: 1, serverAnswer: `550 ${words}`, sealedSecret: null },
      { state: "SENT" },
    ]);
    office.clock.forward(hours(49));
    await sendMails(office.app);
    expect(post.server.mails).toHaveLength(1);
  });

  it("waits through an outage, which costs it no attempt", async () => {
    const people = await invite(office, nobody(40));
    await post.server.stop();
    try {
      await sendMails(office.app);
      const waiting = await outboxOf(office, people);
      expect(
        waiting.every(({ state, attempts, leaseOwner }) => state === "QUEUED" && attempts === 0 && !leaseOwner),
      ).toBe(true);
      const tried = waiting.filter(({ serverAnswer }) => serverAnswer !== null);
      expect(tried[0]?.serverAnswer).toContain("ECONNREFUSED");
      // not one after the other, all 40 of them
      expect(tried.length).toBeLessThan(15);
    } finally {
      await post.server.start();
    }
    office.clock.forward(minutes(1));
    await sendMails(office.app);
    expect(post.server.mails).toHaveLength(40);
    expect((await outboxOf(office, people)).every(({ state, attempts }) => state === "SENT" && attempts === 1)).toBe(
      true,
    );
  });

  it("waits while the server refuses our own address, since that is for us to mend", async () => {
    const people = await invite(office, nobody(20));
    post.server.refuse = (stage) => (stage === "sender" ? { code: 550, words: "sender not verified" } : undefined);
    await sendMails(office.app);
    expect((await outboxOf(office, people)).map(({ state }) => state)).toEqual(nobody(20).map(() => "QUEUED"));
    post.server.refuse = () => undefined;
    office.clock.forward(minutes(1));
    await sendMails(office.app);
    expect(post.server.mails).toHaveLength(20);
  });

  it("goes out again under the same Message-ID when the line is cut before the server's answer", async () => {
    const people = await invite(office, [{}]);
    let cuts = 0;
    post.server.onMessage = () => (cuts++ === 0 ? "hang up" : undefined);
    await sendMails(office.app);
    office.clock.forward(minutes(1));
    await sendMails(office.app);
    const [first, second] = post.server.mails;
    expect(post.server.mails).toHaveLength(2);
    expect(second?.messageId).toBe(first?.messageId);
    expect(linkIn(second)).toBe(linkIn(first));
    expect(await outboxOf(office, people)).toMatchObject([{ state: "SENT" }]);
  });

  it.each([
    ["cancelled", { status: "CANCELLED", openKey: null }, "SUPPRESSED"],
    ["accepted", { status: "ACCEPTED", openKey: null }, "SUPPRESSED"],
    ["given a newer link", { generation: 2 }, "SUPPRESSED"],
    ["expired", { expiresAt: new Date("2026-11-22T09:00:00.000Z") }, "FAILED"],
  ] as const)("is not sent for an invitation that was %s meanwhile", async (_, change, state) => {
    const people = await invite(office, [{}, {}]);
    const [changed] = people;
    await database.db.tx((tx) => tx.update(Invitation, { id: changed?.id as string }, change));
    await sendMails(office.app);
    expect(await outboxOf(office, people)).toMatchObject([
      { state, attempts: 0, sealedSecret: null, serverAnswer: expect.any(String) },
      { state: "SENT" },
    ]);
    expect(post.server.mails.map(({ recipient }) => recipient)).toEqual([people[1]?.email]);
  });

  it("is sent by one of several workers only", async () => {
    const people = await invite(office, nobody(400));
    await Promise.all([1, 2, 3, 4].map(() => sendMails(office.app)));
    const ids = post.server.mails.map(({ messageId }) => messageId);
    expect(ids).toHaveLength(400);
    expect(new Set(ids).size).toBe(400);
    expect((await outboxOf(office, people)).every(({ attempts }) => attempts === 1)).toBe(true);
  });

  it("is sent again, recognisably, when a worker died with it, but not before the lease has ended", async () => {
    const people = await invite(office, nobody(3));
    const killed = new AbortController();
    const dying = dyingWith(office.app, killed.signal);
    post.server.onMessage = () => void killed.abort();
    await expect(sendMails(dying, killed.signal)).rejects.toThrow("killed");
    const before = [...post.server.mails];
    expect(before.length).toBeGreaterThan(0);
    post.server.onMessage = () => undefined;
    await sendMails(office.app);
    expect(post.server.mails).toHaveLength(before.length);
    office.clock.forward(minutes(5));
    await sendMails(office.app);
    const after = post.server.mails.slice(before.length);
    expect(after.map(({ recipient }) => recipient).sort()).toEqual(people.map(({ email }) => email).sort());
    for (const mail of before) {
      const again = after.find(({ messageId }) => messageId === mail.messageId);
      expect(linkIn(again)).toBe(linkIn(mail));
    }
  });

  it("is left to others when this process is asked to stop; what was begun is finished", async () => {
    const people = await invite(office, nobody(100));
    const stop = new AbortController();
    post.server.onMessage = () => {
      if (post.server.mails.length === 10) stop.abort();
      return undefined;
    };
    await sendMails(office.app, stop.signal);
    const rows = await outboxOf(office, people);
    const sent = rows.filter(({ state }) => state === "SENT");
    expect(sent).toHaveLength(post.server.mails.length);
    expect(sent.length).toBeLessThan(100);
    expect(rows.every(({ leaseOwner }) => leaseOwner === null)).toBe(true);
    await sendMails(office.app);
    expect(new Set(post.server.mails.map(({ messageId }) => messageId)).size).toBe(100);
    expect(post.server.mails).toHaveLength(100);
  });

  it("stays with its worker for as long as that one works, however slow the server", async () => {
    await invite(office, nobody(30));
    const others: Promise<void>[] = [];
    post.server.onMessage = () => {
      office.clock.forward(minutes(0.3));
      if (others.length < 10) others.push(sendMails(office.app));
      return undefined;
    };
    await sendMails(office.app);
    await Promise.all(others);
    expect(post.server.mails).toHaveLength(30);
  });

  it("keeps no other from going out when it cannot be written", async () => {
    const people = await invite(office, [{}, {}]);
    const [strange] = await outboxOf(office, people);
    await database.db.tx((tx) => tx.update(OutboxMail, { id: strange?.id as string }, { kind: "of-a-later-version" }));
    await sendMails(office.app);
    expect(await outboxOf(office, people)).toMatchObject([{ state: "QUEUED", attempts: 0 }, { state: "SENT" }]);
  });

  it("fails when its secret was sealed with another key", async () => {
    const people = await invite(office, [{}, {}]);
    const [strange, other] = await outboxOf(office, people);
    await database.db.tx((tx) =>
      tx.update(OutboxMail, { id: strange?.id as string }, { sealedSecret: other?.sealedSecret as string }),
    );
    await sendMails(office.app);
    expect(await outboxOf(office, people)).toMatchObject([{ state: "FAILED", sealedSecret: null }, { state: "SENT" }]);
  });

  it("is not even stored where no mail is delivered (F13)", async () => {
    const without = await aPostOffice(database.db, { delivery: "NONE" });
    const people = await invite(without, nobody(2));
    expect(await outboxOf(without, people)).toEqual([undefined, undefined]);
    await sendMails(without.app);
    expect(post.server.mails).toEqual([]);
  });

  it("leaves no trace 90 days after it was settled", async () => {
    const people = await invite(office, nobody(2));
    await sendMails(office.app);
    const waiting = { ...((await outboxOf(office, people))[0] as OutboxMail), id: newId(), subjectId: newId() };
    await database.db.tx((tx) => bulkInsert(tx, OutboxMail, [{ ...waiting, state: "QUEUED", kind: "unknown" }]));
    office.clock.forward(hours(90 * 24));
    await sendMails(office.app);
    expect((await outboxOf(office, people)).filter(Boolean)).toHaveLength(2);
    office.clock.forward(1);
    await sendMails(office.app);
    expect((await outboxOf(office, people)).filter(Boolean)).toHaveLength(0);
    expect(await database.db.read.countBy(OutboxMail, { id: In([waiting.id]) })).toBe(1);
  });
});

/** The same application, whose process is killed once the signal says so: it can write nothing more. */
function dyingWith(app: App, signal: AbortSignal): App {
  const tx: App["db"]["tx"] = (work) => (signal.aborted ? Promise.reject(new Error("killed")) : app.db.tx(work));
  return { ...app, db: { ...app.db, tx } };
}

import { bulkInsert } from "../db/bulk-insert.js";
import { Invitation } from "../invitations/invitation.entity.js";
import { messageIdOf } from "../mail/message-id.js";
import { type MailState, OutboxMail } from "../mail/outbox-mail.entity.js";
import { aMailServer } from "../testing/a-mail-server.js";
import { aFounder, type Browser } from "../testing/browser.js";
import { aMailRow, anInvitation } from "../testing/rows.js";
import { hours, startApp, type TestApp } from "../testing/start-app.js";
import { until } from "../testing/until.js";

describe("what a mail provider learns later", () => {
  let test: TestApp;
  // before the mail server, which waits for its connections to end
  afterAll(() => test.stop());
  const post = aMailServer();
  let founder: Browser;
  let workspaceId: string;

  beforeAll(async () => {
    test = await startApp({
      SMTP_URL: post.server.url,
      MAIL_FROM: "no-reply@example.org",
      PUBLIC_URL: "http://127.0.0.1:8080",
    });
    founder = await aFounder(test);
    workspaceId = (await founder.ask("{ workspace { id } }")).data.workspace.id;
  });

  const report = (messageId: string, status: string, reason?: string) =>
    founder.change("reportDelivery", { messageId, status, reason }, "mail { delivery { status serverAnswer at } }");
  const invitation = (id: string) => test.app.db.read.findOneByOrFail(Invitation, { id });

  /** An invitation with a mail in this state. */
  const mailed = async (state: MailState) => {
    const nextReminderAt = new Date(test.clock.now().getTime() + hours(24));
    const invited = anInvitation({ workspaceId, email: `${state}${Math.random()}@x.org`, nextReminderAt });
    // far ahead, so that the worker leaves it alone
    const dueAt = new Date(test.clock.now().getTime() + hours(1_000));
    const mail = aMailRow({ workspaceId, subjectId: invited.id, state, dueAt, sealedSecret: "sealed" });
    await test.app.db.tx(async (tx) => {
      await bulkInsert(tx, Invitation, [invited]);
      await bulkInsert(tx, OutboxMail, [mail]);
    });
    return { invited, messageId: messageIdOf(test.app, mail.id) };
  };

  it("marks a bounce with its reason, by the Message-ID of the very mail, and stops reminders (F19, F20)", async () => {
    const { results } = await founder.change(
      "inviteUsers",
      { people: [{ email: "lea@x.org" }] },
      "results { invitation { id } }",
    );
    const { id } = results[0].invitation;
    await until(
      () => invitation(id),
      ({ deliveryState }) => deliveryState === "SENT",
    );
    const [received] = post.server.mails;
    test.clock.forward(hours(1));
    const { mail, userErrors } = await report(received?.messageId ?? "", "BOUNCED", "550 5.1.1 no such\r\nuser");
    expect(userErrors).toEqual([]);
    const at = test.clock.now().toISOString();
    expect(mail.delivery).toEqual({ status: "BOUNCED", serverAnswer: "550 5.1.1 no such user", at });
    expect(await invitation(id)).toMatchObject({ deliveryState: "BOUNCED", nextReminderAt: null });
    const { data } = await founder.ask("query ($id: ID!) { invitation(id: $id) { timeline { event } } }", { id });
    expect(data.invitation.timeline[0].event).toBe("MAIL_BOUNCED");
  });

  it.each([
    ["SENT", "FAILED", "FAILED"],
    ["SENT", "BOUNCED", "BOUNCED"],
    ["FAILED", "BOUNCED", "BOUNCED"],
    ["FAILED", "SENT", "FAILED"],
    ["BOUNCED", "SENT", "BOUNCED"],
    ["BOUNCED", "FAILED", "BOUNCED"],
    ["SUPPRESSED", "SENT", "SUPPRESSED"],
    ["QUEUED", "SENT", "SENT"],
    ["QUEUED", "BOUNCED", "BOUNCED"],
  ] as const)("leads from %s by %s to %s, in whatever order reports come", async (from, status, to) => {
    const { invited, messageId } = await mailed(from);
    const { mail } = await report(`<${messageId}>`, status, "says the provider");
    expect(mail.delivery.status).toBe(to);
    const stored = await invitation(invited.id);
    expect(stored.deliveryState).toBe(to === from ? null : to);
    expect(stored.nextReminderAt === null).toBe(to !== from && to !== "SENT");
    await report(messageId, status, "says it again");
    expect((await report(messageId, status)).mail.delivery.status).toBe(to);
  });

  it("ends a sending that was not stored yet, and erases the link's secret", async () => {
    const { invited, messageId } = await mailed("QUEUED");
    await report(messageId, "SENT");
    const [row] = await test.app.db.read.findBy(OutboxMail, { subjectId: invited.id });
    expect(row).toMatchObject({ state: "SENT", sealedSecret: null, leaseOwner: null });
  });

  it("is refused for what only Usher knows, and for a mail that is nobody's", async () => {
    const { messageId } = await mailed("SENT");
    expect((await report(messageId, "SUPPRESSED")).userErrors).toMatchObject([{ code: "MALFORMED", path: ["status"] }]);
    for (const unknown of ["", "nonsense", "<0192aaaa-0000-7000-8000-000000000000@x.org>"])
      await expect(report(unknown, "BOUNCED")).rejects.toThrow("NOT_FOUND");
  });
});

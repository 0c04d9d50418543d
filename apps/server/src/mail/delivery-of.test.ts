import { bulkInsert } from "../db/bulk-insert.js";
import { newId } from "../db/ids.js";
import { makeLoaders } from "../db/loaders.js";
import { Invitation } from "../invitations/invitation.entity.js";
import { aDatabase } from "../testing/a-database.js";
import { aMailServer } from "../testing/a-mail-server.js";
import { aPostOffice, invite, type PostOffice, sendMails } from "../testing/a-post-office.js";
import { deliveryOf } from "./delivery-of.js";
import { OutboxMail } from "./outbox-mail.entity.js";

describe("what became of the latest mail", () => {
  const database = aDatabase();
  const post = aMailServer();
  let office: PostOffice;

  beforeEach(async () => {
    office = await aPostOffice(database.db, { delivery: "SMTP", url: post.server.url, from: "no-reply@example.org" });
  });

  const ask = (subjects: readonly { id: string }[]) => {
    const queries = jest.spyOn(database.db.read, "createQueryBuilder");
    const ctx = { ...office.app, read: database.db.read, loaders: makeLoaders(database.db.read) };
    return Promise.all(subjects.map(({ id }) => deliveryOf(ctx, id, ["invitation", "reminder"]))).finally(() => {
      expect(queries.mock.calls.length).toBeLessThanOrEqual(1);
      queries.mockRestore();
    });
  };

  it("is told for a whole page with one query (F14, F20)", async () => {
    const people = await invite(office, [{}, {}, {}]);
    const [, refused] = people;
    post.server.refuse = (stage, address) =>
      stage === "recipient" && address === refused?.email ? { code: 550, words: "5.1.1 no such user" } : undefined;
    await sendMails(office.app);
    const deliveries = await ask([...people, { id: newId() }]);
    expect(deliveries).toMatchObject([
      { status: "SENT", serverAnswer: "250 2.0.0 kept", attempts: 1, at: office.clock.now() },
      { status: "FAILED", serverAnswer: "550 5.1.1 no such user", attempts: 1 },
      { status: "SENT" },
      null,
    ]);
    expect(post.server.mails.map(({ messageId }) => messageId)).toContain(`<${deliveries[0]?.messageId}>`);
  });

  it("is of the latest mail, though an older one is still on its way", async () => {
    const [invitation] = (await invite(office, [{}])) as [Invitation];
    const [first] = await database.db.read.findBy(OutboxMail, { subjectId: invitation.id });
    await database.db.tx((tx) =>
      bulkInsert(tx, OutboxMail, [{ ...(first as OutboxMail), id: newId(), state: "FAILED" }]),
    );
    expect(await ask([invitation])).toMatchObject([{ status: "FAILED" }]);
    await database.db.tx((tx) =>
      bulkInsert(tx, OutboxMail, [{ ...(first as OutboxMail), id: newId(), kind: "added-to-groups", state: "SENT" }]),
    );
    expect(await ask([invitation])).toMatchObject([{ status: "FAILED" }]);
  });
});

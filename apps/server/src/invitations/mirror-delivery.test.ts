import { In } from "typeorm";
import { newId } from "../db/ids.js";
import { type Claim, claimMails } from "../mail/claim-mails.js";
import { OutboxMail } from "../mail/outbox-mail.entity.js";
import { recordOutcomes } from "../mail/record-outcomes.js";
import { aDatabase } from "../testing/a-database.js";
import { aMailServer } from "../testing/a-mail-server.js";
import { aPostOffice, invite, outboxOf, type PostOffice, sendMails } from "../testing/a-post-office.js";
import { hours } from "../testing/start-app.js";
import { Invitation } from "./invitation.entity.js";
import { invitationMailKind } from "./invitation-mail.js";

describe("what became of an invitation's mail, on the invitation", () => {
  const database = aDatabase();
  const post = aMailServer();
  let office: PostOffice;

  beforeEach(async () => {
    office = await aPostOffice(database.db, { delivery: "SMTP", url: post.server.url, from: "no-reply@example.org" });
  });

  const tomorrow = () => new Date(office.clock.now().getTime() + hours(24));
  const states = async (people: readonly Invitation[]) => {
    const rows = await database.db.read.findBy(Invitation, { id: In(people.map(({ id }) => id)) });
    return people.map(({ id }) => rows.find((row) => row.id === id)?.deliveryState);
  };

  it("follows the mail: taken, refused for good, withheld, waiting for another try (F20)", async () => {
    const people = await invite(office, [
      { email: "taken@example.org" },
      { email: "refused@example.org", nextReminderAt: tomorrow() },
      { email: "withdrawn@example.org", status: "CANCELLED" },
      { email: "later@example.org", deliveryState: "QUEUED", nextReminderAt: tomorrow() },
    ]);
    post.server.refuse = (stage, address) => {
      if (stage !== "recipient") return undefined;
      if (address === "refused@example.org") return { code: 550, words: "5.1.1 no such user" };
      return address === "later@example.org" ? { code: 451, words: "4.7.1 greylisted" } : undefined;
    };
    await sendMails(office.app);
    expect(await states(people)).toEqual(["SENT", "FAILED", "SUPPRESSED", "QUEUED"]);
    const [, refused, , later] = await Promise.all(
      people.map(({ id }) => database.db.read.findOneByOrFail(Invitation, { id })),
    );
    expect(refused?.nextReminderAt).toBeNull();
    expect(later?.nextReminderAt).toEqual(tomorrow());
  });

  it("is not told by a mail whose link a newer one has replaced", async () => {
    const people = await invite(office, [{ deliveryState: "QUEUED" }]);
    await database.db.tx((tx) => tx.update(Invitation, { id: people[0]?.id ?? "" }, { generation: 2 }));
    await sendMails(office.app);
    expect((await outboxOf(office, people)).map(({ state }) => state)).toEqual(["SUPPRESSED"]);
    expect(await states(people)).toEqual(["QUEUED"]);
  });

  it("is not told by a mail that another process has taken over", async () => {
    const { app } = office;
    const people = await invite(office, [{ deliveryState: "QUEUED" }, { deliveryState: "QUEUED" }]);
    const claim = (await claimMails(app, 10)) as Claim;
    const [lost] = await outboxOf(office, people);
    await app.db.tx((tx) => tx.update(OutboxMail, { id: lost?.id ?? "" }, { leaseOwner: newId() }));
    const outcome = { state: "SENT", answer: "250 2.0.0 kept", tried: true } as const;
    const kinds = new Map([[invitationMailKind.name, invitationMailKind]]);
    await recordOutcomes(
      app,
      kinds,
      claim,
      claim.mails.map((row) => ({ row, outcome })),
    );
    expect(await states(people)).toEqual(["QUEUED", "SENT"]);
  });
});

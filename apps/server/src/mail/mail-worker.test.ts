import { aDatabase } from "../testing/a-database.js";
import { aMailServer } from "../testing/a-mail-server.js";
import { aPostOffice, invite, outboxOf, type PostOffice, sendMails } from "../testing/a-post-office.js";

describe("mails on their way", () => {
  const database = aDatabase();
  const post = aMailServer();
  let office: PostOffice;

  beforeEach(async () => {
    office = await aPostOffice(database.db, { delivery: "SMTP", url: post.server.url, from: "no-reply@example.org" });
  });

  it("sends every mail once, keeps the server's answer and erases the secret (F20)", async () => {
    const people = await invite(
      office,
      Array.from({ length: 230 }, () => ({})),
    );
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
});

import { invite, type PostOffice, sendMails } from "../testing/a-post-office.js";
import { aSignedInUser } from "../testing/a-signed-in-user.js";
import { aFounder, Browser } from "../testing/browser.js";
import { aRunningApp, hours } from "../testing/start-app.js";
import { User } from "../users/user.entity.js";
import { Workspace } from "../workspaces/workspace.entity.js";
import { InboxMail } from "./inbox-mail.entity.js";

const fields = "id to from subject html text messageId createdAt";
const list = `query ($first: Int! = 25, $after: String) { inboxMails(first: $first, after: $after) {
  nodes { ${fields} } pageInfo { hasNextPage endCursor } totalCount totalCountIsExact } }`;
const one = `query ($id: ID!) { inboxMail(id: $id) { ${fields} } }`;

describe("the development inbox", () => {
  const test = aRunningApp();
  let founder: Browser;
  let office: PostOffice;

  beforeAll(async () => {
    founder = await aFounder(test);
    const { read } = test.app.db;
    const workspace = (await read.find(Workspace))[0] as Workspace;
    const ada = await read.findOneByOrFail(User, { id: workspace.founderId });
    office = { app: test.app, clock: test.clock, workspace, founder: ada };
    // mails go out when the test says so
    await test.app.jobs.stop();
  });
  beforeEach(() => test.app.db.tx((tx) => tx.createQueryBuilder().delete().from(InboxMail).execute()));

  it("keeps each mail as the person would get it, the latest first", async () => {
    await invite(office, [{ email: "ann@x.org", firstName: "Ann", language: "nl", message: "Tot maandag" }]);
    await sendMails(test.app);
    test.clock.forward(1);
    await invite(office, [{ email: "bob@x.org" }]);
    await sendMails(test.app);
    const { data } = await founder.ask(list);
    expect(data.inboxMails.totalCount).toBe(2);
    const [bob, ann] = data.inboxMails.nodes;
    expect(bob.to).toBe("bob@x.org");
    expect(ann).toMatchObject({
      to: "ann@x.org",
      from: "Usher <usher@localhost>",
      subject: "Ada Okoro nodigt u uit voor Northwind Academy",
      messageId: `${ann.id}@127.0.0.1`,
    });
    expect(ann.html).toContain("Tot maandag");
    expect(ann.text).toMatch(/http:\/\/127\.0\.0\.1:4000\/join#[\w-]{43}\n/);
    expect((await founder.ask(one, { id: ann.id.toUpperCase() })).data.inboxMail).toEqual(ann);
  });

  it("says of the mail that it was kept there", async () => {
    const [invitation] = await invite(office, [{ email: "kept@x.org" }]);
    await sendMails(test.app);
    const { data } = await founder.ask(
      "query ($id: ID!) { invitation(id: $id) { delivery { status serverAnswer attempts messageId } } }",
      { id: invitation?.id },
    );
    expect(data.invitation.delivery).toMatchObject({
      status: "SENT",
      serverAnswer: "kept in the development inbox",
      attempts: 1,
    });
  });

  it("is read page by page", async () => {
    await invite(
      office,
      Array.from({ length: 5 }, (_, i) => ({ email: `p${i}@x.org` })),
    );
    await sendMails(test.app);
    const read = async (after: string | null): Promise<string[]> => {
      const { nodes, pageInfo } = (await founder.ask(list, { first: 2, after })).data.inboxMails;
      const here = nodes.map(({ to }: { to: string }) => to);
      return pageInfo.hasNextPage ? [...here, ...(await read(pageInfo.endCursor))] : here;
    };
    const seen = await read(null);
    expect(seen.sort()).toEqual(["p0@x.org", "p1@x.org", "p2@x.org", "p3@x.org", "p4@x.org"]);
  });

  it("stores nothing that can be read without the key", async () => {
    await invite(office, [{ email: "sealed@x.org", message: "under seal" }]);
    await sendMails(test.app);
    const [row] = await test.app.db.read.query("SELECT * FROM inbox_mails");
    expect(JSON.stringify(row)).not.toMatch(/sealed@x\.org|under seal|join#/);
  });

  it("ends after 24 hours, first for readers, then in the table", async () => {
    const [invitation] = await invite(office, [{ email: "old@x.org" }]);
    await sendMails(test.app);
    const id = (await founder.ask(list)).data.inboxMails.nodes[0].id;
    expect(invitation).toBeDefined();
    test.clock.forward(hours(24));
    expect((await founder.ask(list)).data.inboxMails.totalCount).toBe(0);
    expect((await founder.ask(one, { id })).errors?.[0]?.extensions.code).toBe("NOT_FOUND");
    test.clock.forward(1);
    await sendMails(test.app);
    expect(await test.app.db.read.count(InboxMail)).toBe(0);
  });

  it("is the founder's alone", async () => {
    const { browser: administrator } = await aSignedInUser(test, {
      email: "admin@x.org",
      userType: "ADMINISTRATOR",
      permissions: ["CAN_BULK_INVITE"],
    });
    for (const query of [list, `{ inboxMail(id: "x") { id } }`]) {
      expect((await administrator.ask(query)).errors?.[0]?.extensions.code).toBe("FORBIDDEN");
      expect((await new Browser(test).ask(query)).errors?.[0]?.extensions.code).toBe("UNAUTHENTICATED");
    }
    expect((await founder.ask(`{ inboxMail(id: "x") { id } }`)).errors?.[0]?.extensions.code).toBe("NOT_FOUND");
  });
});

describe("with a mail server", () => {
  const test = aRunningApp({
    SMTP_URL: "smtp://127.0.0.1:1",
    MAIL_FROM: "no-reply@x.org",
    PUBLIC_URL: "http://127.0.0.1:4000",
  });

  it("there is no inbox", async () => {
    const founder = await aFounder(test);
    expect((await founder.ask(list)).errors?.[0]?.extensions.code).toBe("NOT_FOUND");
  });
});

import { In } from "typeorm";
import { AuditEventRow } from "../audit/audit-event.entity.js";
import { newId } from "../db/ids.js";
import { aSignedInUser } from "../testing/a-signed-in-user.js";
import { anIdentity } from "../testing/an-identity.js";
import { aFounder, Browser } from "../testing/browser.js";
import { refusalOf } from "../testing/refusal-of.js";
import { aRunningApp, hours } from "../testing/start-app.js";
import { statementsOf } from "../testing/statements.js";
import type { User } from "../users/user.entity.js";
import { Identity } from "./identity.entity.js";

const asked = "status missing values { legalFirstName } reasons { field reason }";

describe("who reads an identity", () => {
  const test = aRunningApp();
  let founder: Browser;
  let examiner: { user: User; browser: Browser };
  let lea: { user: User; browser: Browser };

  beforeAll(async () => {
    founder = await aFounder(test);
    const permissions = ["MANAGE_USERS"] as const;
    examiner = await aSignedInUser(test, { email: "elke@x.org", firstName: "Elke", lastName: "Smit", permissions });
    lea = await aSignedInUser(test, { email: "lea@x.org", firstName: "Lea" });
    await submitAs(lea.browser);
    await founder.change("rejectIdentity", { userId: lea.user.id, reasons: [{ field: "city", reason: "Elsewhere" }] });
  });

  const submitAs = async (browser: Browser) => {
    const { userErrors } = await browser.change("submitPersonalInformation", { identity: anIdentity() });
    expect(userErrors).toEqual([]);
  };
  const readsOf = async ({ id: subjectId }: { id: string }) => {
    const where = { subjectId, type: "identity_read" };
    return (await test.app.db.read.find(AuditEventRow, { where, order: { id: "ASC" } })).map(({ actorId }) => actorId);
  };
  const identityOf = ({ id }: { id: string }, browser: Browser) =>
    browser.ask(`query ($id: ID!) { identity(userId: $id) { ${asked} } }`, { id });
  const open = { status: "REJECTED", missing: [], values: { legalFirstName: "Léa" } };
  const reasons = [{ field: "city", reason: "Elsewhere" }];

  it("is oneself, which is not recorded", async () => {
    const { data } = await lea.browser.ask(`{ identity { ${asked} } viewer { user { identity { ${asked} } } } }`);
    expect(data).toEqual({ identity: { ...open, reasons }, viewer: { user: { identity: { ...open, reasons } } } });
    expect((await identityOf(lea.user, lea.browser)).data.identity.values).toEqual({ legalFirstName: "Léa" });
    expect(await readsOf(lea.user)).toEqual([]);
  });

  it("is who holds MANAGE_USERS, and each time it is recorded, once a request (F63)", async () => {
    const before = (await readsOf(lea.user)).length;
    const { data } = await identityOf(lea.user, examiner.browser);
    expect(data.identity).toEqual({ ...open, reasons });
    expect(await readsOf(lea.user)).toEqual([...new Array(before).fill(expect.anything()), examiner.user.id]);
    // how far it is, and what is missing, says nothing of what it says
    await examiner.browser.ask(
      "query ($id: ID!) { identity(userId: $id) { status missing } user(id: $id) { identityStatus } }",
      {
        id: lea.user.id,
      },
    );
    expect(await readsOf(lea.user)).toHaveLength(before + 1);
    // reasons repeat what they are about
    await founder.ask("query ($id: ID!) { identity(userId: $id) { reasons { reason } } }", { id: lea.user.id });
    expect(await readsOf(lea.user)).toHaveLength(before + 2);
  });

  it("is recorded before it is answered: what cannot be recorded is not read", async () => {
    const before = await readsOf(lea.user);
    const failing = jest.spyOn(test.app.db, "tx").mockRejectedValue(new Error("the disk is full"));
    try {
      const { data, errors } = await identityOf(lea.user, founder);
      expect([data?.identity?.values ?? null, errors?.[0]?.extensions.code]).toEqual([null, "INTERNAL"]);
    } finally {
      failing.mockRestore();
    }
    expect(await readsOf(lea.user)).toEqual(before);
  });

  it("is recorded for everybody of a list, in one transaction (F63)", async () => {
    const many = [];
    for (const name of ["u1", "u2", "u3"]) {
      const one = await aSignedInUser(test, { email: `${name}@x.org` });
      await submitAs(one.browser);
      many.push(one.user);
    }
    const list = () =>
      examiner.browser
        .ask("{ identities(first: 50) { nodes { values { city } user { email } } } }")
        .then(({ data }) => data.identities.nodes);
    const transactions = jest.spyOn(test.app.db, "tx");
    const statements = await statementsOf(test.app, /FROM .?identities/i, async () => {
      const nodes = await list();
      expect(nodes.length).toBeGreaterThanOrEqual(3);
      expect(nodes.every(({ values }: { values: { city: string } }) => values.city === "Gent")).toBe(true);
    });
    expect(transactions).toHaveBeenCalledTimes(1);
    transactions.mockRestore();
    // the page, and what is on it
    expect(statements).toHaveLength(2);
    for (const user of many) expect(await readsOf(user)).toEqual([examiner.user.id]);
  });

  it.each([
    ["an administrator", { userType: "ADMINISTRATOR" as const }],
    ["a holder of the other permissions", { permissions: ["USER_REGISTRATION", "CAN_BULK_INVITE"] as const }],
    ["a member", {}],
  ])("is not %s, by any way of asking (F56)", async (who, given) => {
    const before = await readsOf(lea.user);
    const { browser } = await aSignedInUser(test, { email: `${who.replaceAll(" ", "-")}@x.org`, ...given });
    expect((await identityOf(lea.user, browser)).errors?.[0]?.extensions.code).toBe("FORBIDDEN");
    expect((await identityOf({ id: newId() }, browser)).errors?.[0]?.extensions.code).toBe("FORBIDDEN");
    expect((await browser.ask("{ identities { nodes { id } } }")).errors?.[0]?.extensions.code).toBe("FORBIDDEN");
    const seen = `identityStatus identity { ${asked} }`;
    const places = [
      `{ users(filter: { search: "lea@x.org" }) { nodes { ${seen} } } }`,
      `{ invitations { nodes { inviter { ${seen} } } } }`,
      `{ viewer { user { createdBy { ${seen} } timeline { actor { ${seen} } } } } }`,
    ];
    for (const place of places) {
      const { data } = await browser.ask(place);
      expect(JSON.stringify(data ?? null)).not.toMatch(/Léa|Elsewhere|"identity":\{/);
    }
    expect(await readsOf(lea.user)).toEqual(before);
  });

  it("is not who asks without an account, nor anybody for somebody unknown", async () => {
    expect((await identityOf(lea.user, new Browser(test))).errors?.[0]?.extensions.code).toBe("UNAUTHENTICATED");
    for (const id of [newId(), "nonsense"]) {
      expect((await identityOf({ id }, examiner.browser)).errors?.[0]?.extensions.code).toBe("NOT_FOUND");
    }
  });

  it("learns nothing through the timeline but that it was there (F63)", async () => {
    const { data } = await examiner.browser.ask(
      `query ($id: ID!) { user(id: $id) { timeline { event actor { firstName identity { status values { city } } } } } }`,
      { id: lea.user.id },
    );
    const events = data.user.timeline.map(({ event }: { event: string }) => event);
    expect(events).toEqual(expect.arrayContaining(["IDENTITY_SUBMITTED", "IDENTITY_REJECTED", "IDENTITY_READ"]));
  });

  it("leaves room in the timeline for what was done to somebody, however often they are read (F63)", async () => {
    const { user, browser } = await aSignedInUser(test, { email: "often@x.org" });
    await submitAs(browser);
    for (let reading = 0; reading < 110; reading++) await identityOf(user, examiner.browser);
    const { data } = await examiner.browser.ask(`query ($id: ID!) { user(id: $id) { timeline { event } } }`, {
      id: user.id,
    });
    const told = data.user.timeline.map(({ event }: { event: string }) => event);
    expect(told.filter((event: string) => event === "IDENTITY_READ")).toHaveLength(20);
    expect(told).toContain("IDENTITY_SUBMITTED");
  });

  it("is shown to the person, the latest first, page by page (F63)", async () => {
    const { user, browser } = await aSignedInUser(test, { email: "mia@x.org" });
    await submitAs(browser);
    for (const reader of [examiner.browser, founder, examiner.browser]) {
      test.clock.forward(hours(1));
      await identityOf(user, reader);
    }
    const page = async (args: string) =>
      (
        await browser.ask(
          `{ identityReads(${args}) { totalCount nodes { at reader { firstName email } } pageInfo { endCursor hasNextPage } } }`,
        )
      ).data.identityReads;
    const first = await page("first: 2");
    expect(first).toMatchObject({
      totalCount: 3,
      nodes: [
        { at: test.clock.now().toISOString(), reader: { firstName: "Elke", email: null } },
        { reader: { firstName: "Ada" } },
      ],
      pageInfo: { hasNextPage: true },
    });
    const next = await page(`first: 2, after: "${first.pageInfo.endCursor}"`);
    expect(next.nodes).toMatchObject([{ reader: { firstName: "Elke" } }]);
    expect(next.pageInfo.hasNextPage).toBe(false);
    // nobody else's
    const { data } = await examiner.browser.ask("{ identityReads { nodes { id } } }");
    expect(data.identityReads.nodes).toEqual([]);
  });

  it("goes with the account, and so does what was read (F48, F63)", async () => {
    const { user, browser } = await aSignedInUser(test, { email: "gone@x.org" });
    await submitAs(browser);
    await founder.change("deleteUsers", { ids: [user.id] });
    expect(await test.app.db.read.countBy(Identity, { id: In([user.id]) })).toBe(0);
    expect((await identityOf(user, examiner.browser)).errors?.[0]?.extensions.code).toBe("NOT_FOUND");
  });

  it("takes all that is kept of oneself along, and that is recorded", async () => {
    const person = { email: "kim@x.org", firstName: "Kim", lastName: "Claes", groups: ["Welders"] };
    const { results } = await founder.change(
      "inviteUsers",
      { people: [person], createMissing: true, message: "Welcome, Kim" },
      "results { link }",
    );
    const kim = new Browser(test);
    const { viewer } = await kim.change(
      "acceptInvitation",
      {
        token: results[0].link.split("#")[1],
        firstName: "Kim",
        lastName: "Claes",
        username: "kim",
        password: "quiet orange harbour",
      },
      "viewer { user { id } }",
    );
    const { id } = viewer.user;
    await submitAs(kim);
    await identityOf({ id }, examiner.browser);
    const { data } = await kim.ask("{ ownData }");
    const own = JSON.parse(data.ownData);
    expect(own).toMatchObject({
      exportedAt: test.clock.now().toISOString(),
      workspace: "Northwind Academy",
      account: { id, email: "kim@x.org", username: "kim", firstName: "Kim", status: "ACTIVE", hasPassword: true },
      groupRoles: [{ group: "Welders", role: "LEARNER" }],
      permissions: [],
      sessions: [{ createdAt: expect.any(String) }],
      invitations: [{ email: "kim@x.org", status: "ACCEPTED", invitedBy: "Ada Okoro", message: "Welcome, Kim" }],
      mails: [{ name: "INVITATION", to: "kim@x.org" }],
      identity: { status: "SUBMITTED", values: { legalFirstName: "Léa", city: "Gent" }, reasons: [] },
      identityReads: [{ by: "Elke Smit", at: expect.any(String) }],
    });
    expect(own.history.map(({ event }: { event: string }) => event)).toEqual([
      "joined",
      "identity_submitted",
      "own_data_exported",
    ]);
    // neither secrets nor hashes
    expect(data.ownData).not.toMatch(/argon2|secretHash|sealed|[\w-]{6}\.[\w-]{16}\./);
    const exported = await test.app.db.read.findBy(AuditEventRow, { subjectId: id, type: "own_data_exported" });
    expect(exported.map(({ actorId, details }) => [actorId, details])).toEqual([[id, {}]]);
    expect((await new Browser(test).ask("{ ownData }")).errors?.[0]?.extensions.code).toBe("UNAUTHENTICATED");
    const again = async () => {
      const { errors } = await kim.ask("{ ownData }");
      if (errors) throw new Error(JSON.stringify(errors));
    };
    for (let i = 1; i < 20; i++) await again();
    expect(await refusalOf(again())).toBe("RATE_LIMITED");
  });
});

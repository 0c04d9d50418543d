import { identityFields } from "@usher/rules/identity-fields";
import { AuditEventRow } from "../audit/audit-event.entity.js";
import { newId } from "../db/ids.js";
import { OutboxMail } from "../mail/outbox-mail.entity.js";
import { aSignedInUser } from "../testing/a-signed-in-user.js";
import { anIdentity } from "../testing/an-identity.js";
import { aFounder, type Browser } from "../testing/browser.js";
import { refusalOf } from "../testing/refusal-of.js";
import { aRunningApp, hours } from "../testing/start-app.js";
import { User } from "../users/user.entity.js";
import { Identity } from "./identity.entity.js";

const values = `values { ${identityFields.join(" ")} }`;
const whole = `identity { status decidedAt updatedAt reasons { field reason } decidedBy { firstName } ${values} user { identityStatus } }`;

const codes = (payload: { userErrors: { code: string; path: string[] }[] }) =>
  payload.userErrors.map(({ code, path }) => [code, ...path].join(" "));

describe("holders of MANAGE_USERS", () => {
  const test = aRunningApp();
  let founder: Browser;
  let founderId: string;
  let examiner: Browser;
  let examinerId: string;
  let people = 0;

  beforeAll(async () => {
    founder = await aFounder(test);
    founderId = (await test.app.db.read.findOneByOrFail(User, { userType: "FOUNDER" })).id;
    const given = { email: "examiner@x.org", firstName: "Elke", permissions: ["MANAGE_USERS" as const] };
    const { user, browser } = await aSignedInUser(test, given);
    [examiner, examinerId] = [browser, user.id];
  });

  const someone = (given: Partial<User> = {}) => aSignedInUser(test, { email: `someone${++people}@x.org`, ...given });
  const submit = (browser: Browser, identity = anIdentity()) =>
    browser.change("submitPersonalInformation", { identity });
  const submitted = async (given: Partial<User> = {}) => {
    const one = await someone(given);
    expect(codes(await submit(one.browser))).toEqual([]);
    return one;
  };
  const register = (userId: string, identity: object, draft = false, browser = examiner) =>
    browser.change("registerPersonalInformation", { userId, identity, draft }, whole);
  const validate = (userId: string, browser = examiner, more = {}) =>
    browser.change("validateIdentity", { userId, ...more }, whole);
  const reject = (userId: string, reasons: object[], browser = examiner, more = {}) =>
    browser.change("rejectIdentity", { userId, reasons, ...more }, whole);
  const stored = (id: string) => test.app.db.read.findOneBy(Identity, { id });
  const statusOf = async (id: string) => (await test.app.db.read.findOneByOrFail(User, { id })).identityStatus;
  const audited = async (subjectId: string) =>
    (await test.app.db.read.find(AuditEventRow, { where: { subjectId }, order: { id: "ASC" } }))
      .filter(({ type }) => type !== "identity_read")
      .map(({ type, actorId, details }) => [type, actorId, details]);
  const mailsTo = async (subjectId: string) =>
    (await test.app.db.read.find(OutboxMail, { where: { subjectId }, order: { id: "ASC" } })).map(({ kind }) => kind);

  describe("register others (F59)", () => {
    it("who are then VALIDATED, and told by mail", async () => {
      const { user } = await someone();
      expect(codes(await register(user.id, { legalFirstName: "Léa" }, true))).toEqual([]);
      expect(await statusOf(user.id)).toBe("DRAFT");
      expect(codes(await register(user.id, { legalFirstName: "Léa" }))).toContain("REQUIRED identity legalLastName");
      expect(await mailsTo(user.id)).toEqual([]);
      const { identity, userErrors } = await register(user.id, anIdentity());
      expect(userErrors).toEqual([]);
      expect(identity).toMatchObject({
        status: "VALIDATED",
        decidedAt: test.clock.now().toISOString(),
        decidedBy: { firstName: "Elke" },
        values: { legalFirstName: "Léa", phone: "+32470123456" },
        user: { identityStatus: "VALIDATED" },
      });
      expect(await audited(user.id)).toEqual([
        ["identity_drafted", examinerId, {}],
        ["identity_registered", examinerId, {}],
      ]);
      expect(await mailsTo(user.id)).toEqual(["identity-validated"]);
      // put right later: no news for the person
      expect(codes(await register(user.id, anIdentity({ city: "Brugge" })))).toEqual([]);
      expect(await mailsTo(user.id)).toEqual(["identity-validated"]);
      expect(codes(await register(user.id, anIdentity(), true))).toEqual(["IDENTITY_CLOSED userId"]);
    });

    it("whatever stood there: a draft of theirs, what was submitted or rejected", async () => {
      const { user, browser } = await submitted();
      expect(codes(await register(user.id, {}, true))).toEqual(["IDENTITY_CLOSED userId"]);
      await reject(user.id, [{ field: "city", reason: "Elsewhere" }]);
      // a draft leaves it REJECTED: the person sees the reasons and may go on
      expect((await register(user.id, anIdentity({ city: "Brugge" }), true)).identity).toMatchObject({
        status: "REJECTED",
        reasons: [{ field: "city", reason: "Elsewhere" }],
        values: { city: "Brugge" },
      });
      expect((await register(user.id, anIdentity())).identity).toMatchObject({ status: "VALIDATED", reasons: [] });
      expect(codes(await submit(browser))).toEqual(["IDENTITY_CLOSED"]);
    });

    it("who cannot sign in yet, but nobody whose account is closed", async () => {
      const { id } = (await founder.change("createUser", { person: { email: "made@x.org" } }, "user { id }")).user;
      expect(codes(await register(id, anIdentity()))).toEqual([]);
      // their account is not open yet: there is nothing to tell them
      expect(await mailsTo(id)).toEqual(["activation"]);
      const { user: closed } = await someone({ status: "DEACTIVATED" });
      expect(codes(await register(closed.id, anIdentity()))).toEqual(["USER_CLOSED userId"]);
      for (const strange of [newId(), "nonsense"]) {
        expect(await refusalOf(register(strange, anIdentity()))).toBe("NOT_FOUND");
        expect(await refusalOf(validate(strange))).toBe("NOT_FOUND");
        expect(await refusalOf(reject(strange, [{ field: "city", reason: "No" }]))).toBe("NOT_FOUND");
      }
    });

    it("are told when somebody else has the number, also in two calls at once", async () => {
      const identity = anIdentity();
      const both = [await someone(), await someone()];
      const answers = await Promise.all(both.map(({ user }) => register(user.id, identity)));
      expect(answers.map(codes).sort()).toEqual([
        [],
        ["ALREADY_REGISTERED identity taxNumber", "ALREADY_REGISTERED identity documentNumber"],
      ]);
      const statuses = await Promise.all(both.map(({ user }) => statusOf(user.id)));
      expect(statuses.sort()).toEqual(["NONE", "VALIDATED"]);
    });
  });

  describe("look at what was submitted (F60)", () => {
    it("and find it right", async () => {
      const { user } = await submitted();
      test.clock.forward(hours(2));
      const { identity, userErrors } = await validate(user.id);
      expect(userErrors).toEqual([]);
      expect(identity).toMatchObject({
        status: "VALIDATED",
        decidedAt: test.clock.now().toISOString(),
        decidedBy: { firstName: "Elke" },
        user: { identityStatus: "VALIDATED" },
      });
      expect(await audited(user.id)).toEqual([
        ["identity_submitted", user.id, {}],
        ["identity_validated", examinerId, {}],
      ]);
      expect(await mailsTo(user.id)).toEqual(["identity-validated"]);
      expect(codes(await validate(user.id))).toEqual(["IDENTITY_CLOSED userId"]);
      expect(codes(await reject(user.id, [{ field: "city", reason: "No" }]))).toEqual(["IDENTITY_CLOSED userId"]);
    });

    it("and send it back, with a reason for each field that is sealed, not told in the audit trail", async () => {
      const { user, browser } = await submitted();
      const reasons = [
        { field: "documentNumber", reason: " Ends with\n4 on your card " },
        { field: "street", reason: "Kouter 1 is a shop" },
      ];
      const { identity, userErrors } = await reject(user.id, reasons);
      expect(userErrors).toEqual([]);
      const told = [
        { field: "documentNumber", reason: "Ends with 4 on your card" },
        { field: "street", reason: "Kouter 1 is a shop" },
      ];
      expect(identity).toMatchObject({ status: "REJECTED", reasons: told });
      expect((await browser.ask("{ identity { reasons { field reason } } }")).data.identity.reasons).toEqual(told);
      expect((await audited(user.id)).at(-1)).toEqual([
        "identity_rejected",
        examinerId,
        { fields: ["documentNumber", "street"] },
      ]);
      expect((await stored(user.id))?.sealedReasons).toMatch(/^[\w-]{6}\.[\w-]{16}\./);
      expect(await mailsTo(user.id)).toEqual(["identity-rejected"]);
    });

    it.each<[string, object[], string[]]>([
      ["no reason at all", [], ["REQUIRED reasons"]],
      ["an empty one", [{ field: "city", reason: "  " }], ["REQUIRED reasons 0 reason"]],
      ["one that is too long", [{ field: "city", reason: "x".repeat(301) }], ["TOO_LONG reasons 0 reason"]],
      ["a field that is none", [{ field: "shoeSize", reason: "No" }], ["MALFORMED reasons 0 field"]],
      ["a field of every object", [{ field: "constructor", reason: "No" }], ["MALFORMED reasons 0 field"]],
      [
        "a field twice",
        [
          { field: "city", reason: "No" },
          { field: "city", reason: "No" },
        ],
        ["DUPLICATE_IN_INPUT reasons 1 field"],
      ],
    ])("but reject nothing with %s", async (_, reasons, expected) => {
      const { user } = await submitted();
      expect(codes(await reject(user.id, reasons))).toEqual(expected);
      expect(await statusOf(user.id)).toBe("SUBMITTED");
    });

    it("and decide of what they saw: not of what was corrected and submitted again since", async () => {
      const { user, browser } = await submitted();
      const { data } = await examiner.ask("query ($id: ID!) { identity(userId: $id) { updatedAt } }", { id: user.id });
      const seenAt = data.identity.updatedAt;
      test.clock.forward(60_000);
      await reject(user.id, [{ field: "city", reason: "Elsewhere" }], founder);
      const rejected = (await browser.ask(`{ identity { ${values} } }`)).data.identity;
      expect(codes(await submit(browser, { ...rejected.values, city: "Brugge" }))).toEqual([]);
      expect(codes(await validate(user.id, examiner, { seenAt }))).toEqual(["CHANGED_MEANWHILE seenAt"]);
      const reasons = [{ field: "city", reason: "No" }];
      expect(codes(await reject(user.id, reasons, examiner, { seenAt }))).toEqual(["CHANGED_MEANWHILE seenAt"]);
      expect(codes(await validate(user.id, examiner, { seenAt: test.clock.now().toISOString() }))).toEqual([]);
    });

    it("but validate nothing that lacks what is asked for since it was submitted: it is sent back for that", async () => {
      const { user, browser } = await someone();
      const identity = anIdentity({ placeOfBirth: "" });
      await submit(browser, identity);
      const ask = (asked: string) =>
        founder.change("updateWorkspace", { identityFields: [{ field: "placeOfBirth", asked }] });
      await ask("REQUIRED");
      try {
        expect(codes(await validate(user.id))).toEqual(["REQUIRED identity placeOfBirth"]);
        expect(await statusOf(user.id)).toBe("SUBMITTED");
        expect(codes(await reject(user.id, [{ field: "placeOfBirth", reason: "Asked for since" }]))).toEqual([]);
        expect(codes(await submit(browser, { ...identity, placeOfBirth: "Gent" }))).toEqual([]);
        expect(codes(await validate(user.id))).toEqual([]);
      } finally {
        await ask("OPTIONAL");
      }
    });

    it("but never about the founder's own, nor register it (F53)", async () => {
      await submit(founder);
      const before = await stored(founderId);
      for (const answer of [
        await validate(founderId),
        await reject(founderId, [{ field: "city", reason: "No" }]),
        await register(founderId, anIdentity()),
        await register(founderId, anIdentity(), true),
      ]) {
        expect(codes(answer)).toEqual(["NOT_ALLOWED userId"]);
      }
      expect(await stored(founderId)).toEqual(before);
    });

    it("and a number that a draft replaced is free again", async () => {
      const { user, browser } = await someone();
      const identity = anIdentity();
      await submit(browser, identity);
      await reject(user.id, [{ field: "city", reason: "Elsewhere" }]);
      const other = anIdentity({ documentNumber: identity.documentNumber ?? "" });
      const { browser: another } = await someone();
      expect(codes(await submit(another, other))).toEqual(["ALREADY_REGISTERED identity documentNumber"]);
      await register(user.id, { ...identity, documentNumber: "592-0000000-99" }, true);
      expect(codes(await submit(another, other))).toEqual([]);
    });

    it("also of an account that was closed since, so that it waits in no list for good", async () => {
      const { user } = await submitted();
      await founder.change("deactivateUsers", { ids: [user.id] });
      expect(codes(await validate(user.id))).toEqual([]);
      expect(await mailsTo(user.id)).toEqual([]);
    });

    it("once: of 50 at the same moment exactly one decides", async () => {
      const { user } = await submitted();
      const answers = await Promise.all(
        Array.from({ length: 50 }, (_, i) =>
          i % 2 ? validate(user.id) : reject(user.id, [{ field: "city", reason: `Reason ${i}` }]),
        ),
      );
      const won = answers.filter((answer) => codes(answer).length === 0);
      expect(won).toHaveLength(1);
      const refused = new Set(answers.flatMap(codes));
      expect(refused).toEqual(new Set(["IDENTITY_CLOSED userId"]));
      const { status } = won[0].identity;
      expect(await statusOf(user.id)).toBe(status);
      expect(await stored(user.id)).toMatchObject({ status });
      expect(await mailsTo(user.id)).toEqual([`identity-${status.toLowerCase()}`]);
      expect((await audited(user.id)).slice(1)).toHaveLength(1);
    }, 60_000);

    it("while its person submits: neither is lost, whoever comes first", async () => {
      const { user, browser } = await someone();
      const identity = anIdentity();
      await browser.change("submitPersonalInformation", { identity: {}, draft: true });
      const [own, registered] = await Promise.all([submit(browser, identity), register(user.id, anIdentity())]);
      expect(codes(registered)).toEqual([]);
      expect([[], ["IDENTITY_CLOSED"]]).toContainEqual(codes(own));
      expect(await statusOf(user.id)).toBe("VALIDATED");
      expect(await stored(user.id)).toMatchObject({ status: "VALIDATED" });
    });
  });

  describe("and their own identity (F56)", () => {
    it("neither validate, reject nor register it: somebody else does", async () => {
      expect(codes(await register(examinerId, anIdentity()))).toEqual(["NOT_ONESELF userId"]);
      expect(codes(await register(examinerId, { city: "Gent" }, true))).toEqual([]);
      expect(codes(await submit(examiner))).toEqual([]);
      // however it is written
      for (const id of [examinerId, examinerId.toUpperCase()]) {
        expect(codes(await validate(id))).toEqual(["NOT_ONESELF userId"]);
        expect(codes(await reject(id, [{ field: "city", reason: "No" }]))).toEqual(["NOT_ONESELF userId"]);
      }
      expect(await statusOf(examinerId)).toBe("SUBMITTED");
      expect(codes(await validate(examinerId, founder))).toEqual([]);
    });

    it("is the founder's to register, who has nobody above (F52)", async () => {
      expect(codes(await register(founderId, anIdentity(), false, founder))).toEqual([]);
      expect(await statusOf(founderId)).toBe("VALIDATED");
      expect(await mailsTo(founderId)).toEqual([]);
    });
  });

  describe("see what waits (F60)", () => {
    type Nodes = { user: { email: string }; status: string }[];
    const list = async (args = "", browser = examiner) => {
      const { data } = await browser.ask(
        `{ identities${args && `(${args})`} { totalCount totalCountIsExact pageInfo { endCursor hasNextPage } nodes { id status user { email } } } }`,
      );
      return data.identities as { totalCount: number; nodes: Nodes; pageInfo: { endCursor: string } };
    };
    const emails = ({ nodes }: { nodes: Nodes }) => nodes.map(({ user }) => user.email);

    it("the oldest first, or the newest, page by page", async () => {
      const before = (await list()).totalCount;
      const mine: string[] = [];
      for (const i of [1, 2, 3]) {
        test.clock.forward(60_000);
        const { user } = await submitted({ email: `waiting${i}@x.org` });
        mine.push(user.id);
      }
      const oldest = await list("first: 100");
      expect(oldest.totalCount).toBe(before + 3);
      expect(emails(oldest).slice(-3)).toEqual(["waiting1@x.org", "waiting2@x.org", "waiting3@x.org"]);
      const first = await list("first: 2, direction: DESC");
      expect(emails(first)).toEqual(["waiting3@x.org", "waiting2@x.org"]);
      const next = await list(`first: 1, direction: DESC, after: "${first.pageInfo.endCursor}"`);
      expect(emails(next)).toEqual(["waiting1@x.org"]);
      test.clock.forward(60_000);
      await validate(mine[1] as string);
      expect(emails(await list("first: 2, direction: DESC"))).toEqual(["waiting3@x.org", "waiting1@x.org"]);
      const decided = await list("first: 1, direction: DESC, statuses: [VALIDATED, REJECTED]");
      expect(decided.nodes).toMatchObject([{ status: "VALIDATED", user: { email: "waiting2@x.org" } }]);
      expect((await list("statuses: []")).nodes).toEqual([]);
      expect((await list("statuses: [NONE]")).nodes).toEqual([]);
    });

    it("and lists of users by how far they are", async () => {
      const { browser } = await someone({ email: "drafting@x.org" });
      await browser.change("submitPersonalInformation", { identity: { city: "Gent" }, draft: true });
      const { data } = await examiner.ask(
        `{ users(filter: { identityStatuses: [DRAFT] }) { nodes { email identityStatus identity { status } } } countUsers(filter: { identityStatuses: [DRAFT] }) }`,
      );
      const { nodes } = data.users as { nodes: Record<string, unknown>[] };
      expect(nodes).toContainEqual({
        email: "drafting@x.org",
        identityStatus: "DRAFT",
        identity: { status: "DRAFT" },
      });
      expect(nodes.every(({ identityStatus }) => identityStatus === "DRAFT")).toBe(true);
      expect(data.countUsers).toBe(nodes.length);
    });

    it("told on Home too, by those who may look at them (F60)", async () => {
      const waiting = (await list()).totalCount;
      const ask = async (browser: Browser) =>
        (await browser.ask("{ onboarding { attention { submittedIdentities } } }")).data.onboarding.attention
          .submittedIdentities;
      expect(await ask(founder)).toBe(waiting);
      const { browser } = await aSignedInUser(test, { email: "registrar@x.org", permissions: ["USER_REGISTRATION"] });
      expect(await ask(browser)).toBeNull();
    });
  });
});

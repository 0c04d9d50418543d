import { Not } from "typeorm";
import { AuditEventRow } from "../audit/audit-event.entity.js";
import { entities } from "../entities.js";
import { InboxMail } from "../mail/inbox-mail.entity.js";
import { OutboxMail } from "../mail/outbox-mail.entity.js";
import { DayCount } from "../onboarding/day-count.entity.js";
import { aSignedInUser } from "../testing/a-signed-in-user.js";
import { anIdentity } from "../testing/an-identity.js";
import { aFounder, Browser } from "../testing/browser.js";
import { refusalOf } from "../testing/refusal-of.js";
import { aRunningApp } from "../testing/start-app.js";
import { User } from "../users/user.entity.js";
import { WorkspaceSeats } from "../workspaces/workspace-seats.entity.js";
import { Identity } from "./identity.entity.js";

const password = "twelve green bicycles";
const fields =
  "user { id status username credential identityStatus identity { status values { legalLastName documentKind } } } link";

interface Completed {
  user: { id: string; [field: string]: unknown } | null;
  link: string | null;
  userErrors: { code: string; path: string[] }[];
}

const codes = ({ userErrors }: Completed) => userErrors.map(({ code, path }) => [code, ...path].join(" "));

describe("completing a registration", () => {
  const test = aRunningApp();
  let founder: Browser;
  let registrar: Browser;
  let registrarId: string;
  let people = 0;

  beforeAll(async () => {
    founder = await aFounder(test);
    const permissions = ["USER_REGISTRATION", "MANAGE_USERS"] as const;
    const { user, browser } = await aSignedInUser(test, { email: "registrar@x.org", permissions });
    [registrar, registrarId] = [browser, user.id];
  });

  const somebody = () => `new${++people}@x.org`;
  const complete = (person: object, more: object = {}, browser = registrar): Promise<Completed> =>
    browser.change("completeRegistration", { person, ...more }, fields);
  const stored = (id: string | undefined) => test.app.db.read.findOneByOrFail(User, { id: id as string });
  const mailsTo = async (subjectId: string | undefined) =>
    (await test.app.db.read.findBy(OutboxMail, { subjectId: subjectId as string })).map(({ kind }) => kind);

  /** How many rows every table holds, and how many seats are taken; not what background work does in its own time. */
  async function everything(): Promise<unknown> {
    const { read } = test.app.db;
    const apart = [InboxMail, DayCount, AuditEventRow];
    const tables = entities.filter((entity) => !apart.some((one) => one === entity));
    const counts = await Promise.all(tables.map(async (entity) => [entity.name, await read.count(entity)]));
    // what an answer says was read, too
    const recorded = await read.countBy(AuditEventRow, { type: Not("identity_read") });
    return [...counts, recorded, (await read.find(WorkspaceSeats)).map(({ used }) => used)];
  }

  it.each<[string, object, object, string[]]>([
    ["an activation link", {}, { credential: "ACTIVATION_LINK", hasSeat: false }, ["activation"]],
    [
      "a password",
      { credential: "PASSWORD", password },
      { credential: "PASSWORD", hasSeat: true },
      ["account-created"],
    ],
    [
      "a generated password",
      { credential: "GENERATED_PASSWORD" },
      { credential: "GENERATED_PASSWORD", hasSeat: true },
      ["credentials"],
    ],
    ["a link for later", { activationMail: "LATER" }, { credential: "ACTIVATION_LINK", hasSeat: false }, []],
    [
      "a link for whoever registers",
      { activationMail: "TO_ME" },
      { credential: "ACTIVATION_LINK", hasSeat: false },
      ["activation"],
    ],
  ])("makes account and identity in one step, with %s (F61)", async (_, more, row, mails) => {
    const email = somebody();
    const company = `Company ${email}`;
    const person = { email, firstName: "Léa", company, identity: anIdentity() };
    const payload = await complete(person, { createMissing: true, ...more });
    expect(codes(payload)).toEqual([]);
    expect(payload.user).toMatchObject({
      status: "PENDING",
      identityStatus: "VALIDATED",
      identity: { status: "VALIDATED", values: { legalLastName: "Maes", documentKind: "IDENTITY_CARD" } },
    });
    const id = payload.user?.id;
    expect(await stored(id)).toMatchObject({ email, identityStatus: "VALIDATED", ...row });
    expect(await test.app.db.read.findOneBy(Identity, { id: id as string })).toMatchObject({
      status: "VALIDATED",
      decidedById: registrarId,
      decidedAt: test.clock.now(),
    });
    // no mail of its own: there is no account yet that could be told of
    expect(await mailsTo(id)).toEqual(mails);
    const events = await test.app.db.read.findBy(AuditEventRow, {
      subjectId: id as string,
      type: "identity_registered",
    });
    expect(events.map(({ actorId, details }) => [actorId, details])).toEqual([[registrarId, {}]]);
  });

  it("makes a person who activates and is in, where an identity is required (F61, F62)", async () => {
    await founder.change("updateWorkspace", { identityRequired: true });
    try {
      const { link } = await complete(
        { email: somebody(), identity: anIdentity() },
        { activationMail: "LATER" },
        founder,
      );
      const { viewer, userErrors } = await new Browser(test).change(
        "activateUser",
        { token: link?.split("#")[1], firstName: "Léa", lastName: "Maes", password },
        "viewer { mustRegister user { status identityStatus } }",
      );
      expect(userErrors).toEqual([]);
      expect(viewer).toEqual({ mustRegister: false, user: { status: "ACTIVE", identityStatus: "VALIDATED" } });
    } finally {
      await founder.change("updateWorkspace", { identityRequired: false });
    }
  });

  it.each<[string, object, object, string[]]>([
    [
      "the identity is missing",
      {},
      {},
      [
        "legalFirstName",
        "legalLastName",
        "dateOfBirth",
        "nationality",
        "street",
        "postalCode",
        "city",
        "country",
        "documentKind",
        "documentNumber",
      ].map((field) => `REQUIRED person identity ${field}`),
    ],
    [
      "the identity is wrong",
      { identity: anIdentity({ phone: "12", city: "" }) },
      {},
      ["PHONE_MALFORMED person identity phone", "REQUIRED person identity city"],
    ],
    ["the person is wrong", { email: "new@", identity: anIdentity() }, {}, ["EMAIL_MALFORMED person email"]],
    ["a company is not known", { company: "Nowhere", identity: anIdentity() }, {}, ["UNKNOWN_COMPANY person company"]],
    [
      "the password is weak",
      { identity: anIdentity() },
      { credential: "PASSWORD", password: "short" },
      ["PASSWORD_TOO_SHORT password"],
    ],
  ])("makes nothing when %s (F61)", async (_, person, more, expected) => {
    const before = await everything();
    const payload = await complete({ email: somebody(), ...person }, more);
    expect(codes(payload)).toEqual(expected);
    expect(payload).toMatchObject({ user: null, link: null });
    expect(await everything()).toEqual(before);
  });

  it("makes nothing of who has an account already", async () => {
    const email = somebody();
    await complete({ email, identity: anIdentity() });
    const before = await everything();
    expect(codes(await complete({ email, identity: anIdentity() }))).toEqual(["EMAIL_TAKEN person email"]);
    expect(await everything()).toEqual(before);
  });

  it("makes nothing when somebody else has the number: no account, seat, link, mail or company (F61)", async () => {
    const identity = anIdentity();
    await complete({ email: somebody(), identity });
    const before = await everything();
    const payload = await complete(
      { email: somebody(), company: "Half Way", groups: ["Half"], identity },
      { credential: "PASSWORD", password, createMissing: true, idempotencyKey: "taken" },
      founder,
    );
    expect(codes(payload)).toEqual([
      "ALREADY_REGISTERED person identity taxNumber",
      "ALREADY_REGISTERED person identity documentNumber",
    ]);
    expect(await everything()).toEqual(before);
  });

  it("leaves nothing when it fails halfway, behind the account and before the end (F61)", async () => {
    const before = await everything();
    const { seal } = test.app.secrets;
    const failing = jest.spyOn(test.app.secrets, "seal").mockImplementation((plain, about) => {
      if (about.startsWith("identity ")) throw new Error("out of luck");
      return seal(plain, about);
    });
    const email = somebody();
    const given = [
      { email, company: "Half Way", groups: ["Half"], identity: anIdentity() },
      { credential: "PASSWORD", password, createMissing: true, idempotencyKey: "halfway" },
      founder,
    ] as const;
    try {
      expect(await refusalOf(complete(...given))).toBe("INTERNAL");
      expect(failing).toHaveBeenCalled();
    } finally {
      failing.mockRestore();
    }
    expect(await everything()).toEqual(before);
    // nothing is left of it either for the one who tries again
    expect(codes(await complete(...given))).toEqual([]);
    expect(await test.app.db.read.countBy(User, { email })).toBe(1);
  });

  it("of two at once with one number makes exactly one", async () => {
    const identity = anIdentity();
    const before = await test.app.db.read.count(User);
    const answers = await Promise.all([1, 2, 3].map(() => complete({ email: somebody(), identity })));
    expect(answers.filter(({ user }) => user)).toHaveLength(1);
    expect(new Set(answers.filter(({ user }) => !user).flatMap(codes))).toEqual(
      new Set(["ALREADY_REGISTERED person identity taxNumber", "ALREADY_REGISTERED person identity documentNumber"]),
    );
    expect(await test.app.db.read.count(User)).toBe(before + 1);
  });

  it("happens once for a key, which no other person or identity may use (F69)", async () => {
    const [email, identity] = [somebody(), anIdentity()];
    const call = (more = {}, of = identity) => complete({ email, identity: of }, { idempotencyKey: "once", ...more });
    const first = await call({ activationMail: "LATER" });
    const before = await everything();
    const again = await call({ activationMail: "LATER" });
    expect(again.user?.id).toBe(first.user?.id);
    expect([typeof first.link, again.link]).toEqual(["string", null]);
    expect(codes(await call({ activationMail: "LATER" }, { ...identity, city: "Brugge" }))).toEqual([
      "KEY_REUSED idempotencyKey",
    ]);
    expect(await everything()).toEqual(before);
    const parallel = { person: { email: somebody(), identity: anIdentity() }, idempotencyKey: "parallel" };
    const answers: Completed[] = await Promise.all(
      Array.from({ length: 5 }, () => registrar.change("completeRegistration", parallel, fields)),
    );
    expect(new Set(answers.map(({ user }) => user?.id)).size).toBe(1);
    expect(answers.flatMap(codes)).toEqual([]);
  });

  it("needs both, the right to add people and MANAGE_USERS (F56, F61)", async () => {
    const given = { email: somebody(), identity: anIdentity() };
    for (const permissions of [["USER_REGISTRATION"], ["MANAGE_USERS"]] as const) {
      const { browser } = await aSignedInUser(test, { email: `${permissions[0]}@x.org`, permissions });
      expect(await refusalOf(complete(given, {}, browser))).toBe("FORBIDDEN");
      const { data } = await browser.ask("{ viewer { can { completeRegistration } } }");
      expect(data.viewer.can.completeRegistration).toBe(false);
    }
    // what a MEMBER may not give, they may not give here
    expect(codes(await complete({ ...given, userType: "administrator" }))).toEqual(["NOT_ALLOWED person userType"]);
  });
});

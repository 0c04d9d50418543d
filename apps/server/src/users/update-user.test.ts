import { AuditEventRow } from "../audit/audit-event.entity.js";
import { OutboxMail } from "../mail/outbox-mail.entity.js";
import { aSignedInUser } from "../testing/a-signed-in-user.js";
import { aFounder, Browser } from "../testing/browser.js";
import { aRunningApp } from "../testing/start-app.js";
import { User } from "./user.entity.js";

const codes = (payload: { userErrors: { code: string; path: string[] }[] }) =>
  payload.userErrors.map(({ code, path }) => [code, ...path].join(" "));

const profile = `user { firstName lastName username language userType deletionDate externalId
  company { name } team { name } label { name } groups { group { name } role } }`;

describe("editing a user (F47, F49)", () => {
  const test = aRunningApp();
  let founder: Browser;
  let founderId: string;

  beforeAll(async () => {
    founder = await aFounder(test);
    founderId = (await test.app.db.read.findOneByOrFail(User, { userType: "FOUNDER" })).id;
  });

  let people = 0;
  const someone = async (given: Partial<User> = {}) =>
    (await aSignedInUser(test, { email: `person${++people}@x.org`, firstName: "Lea", lastName: "Maes", ...given }))
      .user;
  const update = (user: { id: string }, changes: object, browser = founder) =>
    browser.change("updateUser", { userId: user.id, ...changes }, profile);
  const audited = (id: string) => test.app.db.read.findBy(AuditEventRow, { type: "user_updated", subjectId: id });

  it("changes what is given, clears what is null, and leaves the rest", async () => {
    const lea = await someone({ username: "lea.maes", externalId: "X1", deletionDate: "2027-05-01" });
    const given = { lastName: " Maës ", company: "Acme", team: "Blue", label: "New", language: "Nederlands" };
    const { user } = await update(lea, { ...given, userType: "administrator", createMissing: true });
    expect(user).toMatchObject({
      firstName: "Lea",
      lastName: "Maës",
      username: "lea.maes",
      company: { name: "Acme" },
      team: { name: "Blue" },
      label: { name: "New" },
      language: "NL",
      userType: "ADMINISTRATOR",
      deletionDate: "2027-05-01",
      externalId: "X1",
    });
    const cleared = await update(lea, { company: null, label: "", deletionDate: null, externalId: null });
    expect(cleared.user).toMatchObject({
      company: null,
      label: null,
      team: { name: "Blue" },
      deletionDate: null,
      externalId: null,
    });
    expect(await test.app.db.read.findOneByOrFail(User, { id: lea.id })).toMatchObject({ lastKey: "maes" });
    const [first, second] = await audited(lea.id);
    expect(first?.details).toEqual({
      fields: ["lastName", "language", "userType", "companyId", "teamId", "labelId"],
    });
    expect(second?.details).toEqual({ fields: ["deletionDate", "externalId", "companyId", "labelId"] });
  });

  it("gives and takes roles in groups by name, and tells who is active", async () => {
    const lea = await someone();
    const pilot = [
      { group: "Pilot", role: "learner" },
      { group: "pilot", role: "learner" },
      { group: "Pilot", role: "coach" },
    ];
    const joined = await update(lea, { addGroups: pilot, createMissing: true });
    expect(joined.user.groups).toEqual([
      { group: { name: "Pilot" }, role: "COACH" },
      { group: { name: "Pilot" }, role: "LEARNER" },
    ]);
    expect(await test.app.db.read.countBy(OutboxMail, { subjectId: lea.id, kind: "added-to-groups" })).toBe(1);
    const left = await update(lea, { addGroups: pilot, removeGroups: [{ group: "PILOT", role: "beheerder" }] });
    expect(codes(left)).toEqual([]);
    const gone = await update(lea, { removeGroups: [{ group: "PILOT", role: "coach" }] });
    expect(gone.user.groups).toEqual([{ group: { name: "Pilot" }, role: "LEARNER" }]);
    expect(await test.app.db.read.countBy(OutboxMail, { subjectId: lea.id, kind: "added-to-groups" })).toBe(1);
  });

  it("names every value that is wrong at its place, and changes nothing", async () => {
    const lea = await someone();
    await someone({ username: "taken", externalId: "T1" });
    const wrong = {
      firstName: "x".repeat(101),
      username: "a b",
      language: "klingon",
      userType: "founder",
      deletionDate: "2026-11-21",
      addGroups: [
        { group: "a/b", role: "learner" },
        { group: "", role: "chef" },
      ],
    };
    expect(codes(await update(lea, wrong)).sort()).toEqual([
      "DATE_IN_PAST deletionDate",
      "MALFORMED addGroups 0 group",
      "REQUIRED addGroups 1 group",
      "TOO_LONG firstName",
      "UNKNOWN_LANGUAGE language",
      "UNKNOWN_ROLE addGroups 1 role",
      "UNKNOWN_USER_TYPE userType",
      "USERNAME_MALFORMED username",
    ]);
    const unknown = {
      company: "Nowhere",
      team: "Nobody",
      label: "None",
      username: "taken",
      externalId: "T1",
      addGroups: [{ group: "Nowhere", role: "learner" }],
      removeGroups: [{ group: "Neither", role: "learner" }],
    };
    expect(codes(await update(lea, unknown)).sort()).toEqual([
      "EXTERNAL_ID_TAKEN externalId",
      "UNKNOWN_COMPANY company",
      "UNKNOWN_GROUP addGroups 0 group",
      "UNKNOWN_GROUP removeGroups 0 group",
      "UNKNOWN_LABEL label",
      "UNKNOWN_TEAM team",
      "USERNAME_TAKEN username",
    ]);
    expect(await audited(lea.id)).toEqual([]);
  });

  it("keeps what an account cannot do without", async () => {
    const lea = await someone({ email: null, username: "no.mail" });
    expect(codes(await update(lea, { firstName: null, username: null, language: null, userType: "" })).sort()).toEqual([
      "REQUIRED language",
      "REQUIRED userType",
    ]);
    expect(codes(await update(lea, { firstName: null, username: " " })).sort()).toEqual([
      "REQUIRED firstName",
      "REQUIRED username",
    ]);
    const pending = await someone({ status: "PENDING" });
    expect(codes(await update(pending, { firstName: null, lastName: null }))).toEqual([]);
  });

  it("lets nobody but the founder touch the founder, and nobody date or demote the founder (F53)", async () => {
    const { browser: administrator } = await aSignedInUser(test, { email: "root@x.org", userType: "ADMINISTRATOR" });
    expect(codes(await update({ id: founderId }, { firstName: "Eve" }, administrator))).toEqual(["NOT_ALLOWED userId"]);
    expect(codes(await update({ id: founderId }, { deletionDate: "2027-01-01", userType: "member" }))).toEqual([
      "NOT_THE_FOUNDER userType",
      "NOT_THE_FOUNDER deletionDate",
    ]);
    expect((await update({ id: founderId }, { firstName: "Adaeze" })).user.firstName).toBe("Adaeze");
  });

  it("lets nobody date their own account, which would delete it on that day (F48, F49)", async () => {
    const { user, browser } = await aSignedInUser(test, { email: "eva@x.org", userType: "ADMINISTRATOR" });
    expect(codes(await update(user, { deletionDate: "2027-01-01" }, browser))).toEqual(["NOT_ONESELF deletionDate"]);
    const dated = { selection: { ids: [user.id] }, deletionDate: "2027-01-01" };
    const payload = await browser.change("updateUsers", dated, "affected");
    expect([payload.affected, codes(payload)]).toEqual([0, ["NOT_ONESELF selection ids 0"]]);
    expect(codes(await update(user, { deletionDate: "2027-01-01" }))).toEqual([]);
    expect(codes(await update(user, { deletionDate: null }, browser))).toEqual([]);
  });

  it("makes nobody an administrator by a link or password that a member may know (F57)", async () => {
    const { browser: registrar } = await aSignedInUser(test, {
      email: "registrar@x.org",
      permissions: ["USER_REGISTRATION"],
    });
    const create = (email: string, more: object, by: Browser) =>
      by.change("createUser", { person: { email, firstName: "Lea", lastName: "Maes" }, ...more }, "user { id } link");
    const password = "twelve green bicycles";
    const linked = await create("linked@x.org", { activationMail: "LATER" }, registrar);
    const told = await create("told@x.org", { credential: "PASSWORD", password, activationMail: "LATER" }, registrar);
    const trusted = await create("trusted@x.org", { activationMail: "LATER" }, founder);
    for (const { user } of [linked, told, trusted]) {
      expect(codes(await update(user, { language: "nl" }))).toEqual([]);
      expect(codes(await update(user, { userType: "administrator" }))).toEqual([]);
    }
    const activate = (link: string) =>
      new Browser(test).change("activateUser", { token: link.split("#")[1], password: "seven quiet lanterns" });
    expect(codes(await activate(linked.link))).toEqual(["LINK_REPLACED token"]);
    expect(codes(await activate(trusted.link))).toEqual([]);
    const signIn = { login: "told@x.org", password };
    expect(codes(await new Browser(test).change("signIn", signIn))).toEqual(["WRONG_LOGIN login"]);
    const stored = await test.app.db.read.findOneByOrFail(User, { id: linked.user.id });
    expect(stored).toMatchObject({ status: "PENDING", userType: "ADMINISTRATOR", activationExpiresAt: null });
  });

  it("gives a role in a group to nobody by a link or password that a member may know (F57)", async () => {
    const { browser: registrar } = await aSignedInUser(test, {
      email: "maker@x.org",
      permissions: ["USER_REGISTRATION"],
    });
    const create = async (email: string) => {
      const made = { person: { email, firstName: "Lea", lastName: "Maes" }, activationMail: "LATER" };
      const { user, link } = await registrar.change("createUser", made, "user { id } link");
      return { id: user.id as string, token: (link as string).split("#")[1] };
    };
    const [one, two, three] = [await create("one@x.org"), await create("two@x.org"), await create("three@x.org")];
    const give = (role: string) => ({ addGroups: [{ group: "Guided", role }], createMissing: true });
    for (const { id } of [one, two, three]) expect(codes(await update({ id }, give("learner")))).toEqual([]);
    const { user } = await founder.change(
      "updateUser",
      { userId: one.id, ...give("coach") },
      "user { activationExpiresAt groups { role } }",
    );
    expect(user).toEqual({ activationExpiresAt: null, groups: [{ role: "COACH" }, { role: "LEARNER" }] });
    await founder.change("updateUsers", { selection: { ids: [two.id] }, ...give("administrator") }, "affected");
    const activate = async ({ token }: { token: string | undefined }) =>
      codes(await new Browser(test).change("activateUser", { token, password: "seven quiet lanterns" }));
    expect(await Promise.all([one, two, three].map(activate))).toEqual([
      ["LINK_REPLACED token"],
      ["LINK_REPLACED token"],
      [],
    ]);
  });

  it("gives a username to one of many who ask for it at once (F10)", async () => {
    const all = await Promise.all(Array.from({ length: 8 }, () => someone()));
    const payloads = await Promise.all(all.map((user) => update(user, { username: "wanted" })));
    expect(payloads.map(codes).sort()).toEqual([[], ...Array.from({ length: 7 }, () => ["USERNAME_TAKEN username"])]);
  });

  it("shows what was granted, and all of the founder's (F47)", async () => {
    const { user } = await aSignedInUser(test, { email: "rita@x.org", permissions: ["MANAGE_USERS"] });
    const { data } = await founder.ask(
      "query ($rita: ID!, $founder: ID!) { rita: user(id: $rita) { permissions } founder: user(id: $founder) { permissions } }",
      { rita: user.id, founder: founderId },
    );
    expect(data).toEqual({
      rita: { permissions: ["MANAGE_USERS"] },
      founder: { permissions: ["USER_REGISTRATION", "CAN_BULK_INVITE", "MANAGE_USERS"] },
    });
  });
});

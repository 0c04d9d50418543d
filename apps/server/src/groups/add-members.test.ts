import type { GroupRole } from "@usher/schema/group";
import { AuditEventRow } from "../audit/audit-event.entity.js";
import { newId } from "../db/ids.js";
import { OutboxMail } from "../mail/outbox-mail.entity.js";
import { aBrowserOf, aSignedInUser } from "../testing/a-signed-in-user.js";
import { anActivationLink } from "../testing/an-activation-link.js";
import { anotherWorkspace } from "../testing/another-workspace.js";
import { aFounder, Browser } from "../testing/browser.js";
import { aName, inGroup } from "../testing/names.js";
import { someUsers } from "../testing/some-users.js";
import { aRunningApp } from "../testing/start-app.js";
import { statementsOf } from "../testing/statements.js";
import { User } from "../users/user.entity.js";
import type { NamedKind } from "./find-or-create-names.js";
import type { Group } from "./group.entity.js";
import { GroupMember } from "./group-member.entity.js";
import { columnOf, type PersonalKind, tableOf } from "./name-kinds.js";

const personal: PersonalKind[] = ["company", "team", "label"];
const titled = (kind: string) => `${kind[0]?.toUpperCase()}${kind.slice(1)}`;
const codes = (payload: { userErrors: { code: string; path: string[] }[] }) =>
  payload.userErrors.map(({ code, path }) => [code, ...path].join(" "));

interface Result {
  email: string | null;
  outcome: string;
  user: { id: string } | null;
  errors: { code: string; path: string[] }[];
}

describe("putting people into companies, groups, teams and labels (F51)", () => {
  const test = aRunningApp();
  let founder: Browser;
  let founderRow: User;
  let workspaceId: string;
  let names = 0;

  beforeAll(async () => {
    founder = await aFounder(test);
    founderRow = await test.app.db.read.findOneByOrFail(User, { userType: "FOUNDER" });
    ({ workspaceId } = founderRow);
  });

  const add = (kind: NamedKind, id: string, input: Record<string, unknown>, browser = founder) =>
    browser.change(
      `add${titled(kind)}Members`,
      { [`${kind}Id`]: id, ...(kind === "group" && { roles: ["LEARNER"] }), ...input },
      "results { email outcome user { id } errors { code path } } counts { added unchanged awaited rejected }",
    );
  const outcomes = ({ results }: { results: Result[] }) =>
    results.map(({ outcome, errors }) =>
      [outcome, ...errors.map(({ code, path }) => [code, ...path].join(" "))].join(": "),
    );
  const named = <Kind extends NamedKind>(kind: Kind) =>
    aName(test.app, kind, { workspaceId, name: `${kind} ${++names}` });
  const some = (count: number, given: Partial<User> = {}) => someUsers(test.app, count, { workspaceId, ...given });
  const someone = async (given: Partial<User> = {}) => (await some(1, given))[0] as User;
  const ids = (users: readonly User[]) => users.map(({ id }) => id);
  const rolesIn = async ({ id: groupId }: Group, { id: userId }: User) =>
    (await test.app.db.read.findBy(GroupMember, { groupId, userId })).map(({ role }) => role).sort();
  const told = ({ id: subjectId }: User) =>
    test.app.db.read.countBy(OutboxMail, { subjectId, kind: "added-to-groups" });
  const administratorOf = async (group: Group, given: Partial<User> = {}) => {
    const { user, browser } = await aSignedInUser(test, { email: `${newId()}@x.org`, ...given });
    await inGroup(test.app, group, [user], ["ADMINISTRATOR"]);
    return { user, browser };
  };

  it.each(personal)("says of each what came of it, and takes people out of where they were: %s", async (kind) => {
    const { property } = columnOf[kind];
    const [here, there] = [await named(kind), await named(kind)];
    const [inIt, elsewhere, closed] = [
      await someone({ [property]: here.id }),
      await someone({ [property]: there.id }),
      await someone({ status: "DEACTIVATED" }),
    ];
    const pasted = await someone({
      email: `zoé.${kind}@bücher.example`,
      emailKey: `zoé.${kind}@xn--bcher-kva.example`,
    });
    const payload = await add(kind, here.id, {
      userIds: [inIt.id, elsewhere.id.toUpperCase(), closed.id, elsewhere.id],
      emails: [` zoé.${kind}@BÜCHER.example `, "nobody@x.org", "no address", inIt.email, pasted.email],
    });
    expect(outcomes(payload)).toEqual([
      "UNCHANGED",
      "ADDED",
      "REJECTED: USER_CLOSED userIds 2",
      "REJECTED: DUPLICATE_IN_INPUT userIds 3",
      "ADDED",
      "REJECTED: UNKNOWN_PERSON emails 1",
      "REJECTED: EMAIL_MALFORMED emails 2",
      "REJECTED: DUPLICATE_IN_INPUT emails 3",
      "REJECTED: DUPLICATE_IN_INPUT emails 4",
    ]);
    expect(payload.counts).toEqual({ added: 2, unchanged: 1, awaited: 0, rejected: 6 });
    expect(payload.results[4]).toMatchObject({ email: ` zoé.${kind}@BÜCHER.example `, user: { id: pasted.id } });
    expect(payload.results[5].user).toBeNull();
    const held = await test.app.db.read.findBy(User, { [property]: here.id });
    expect(ids(held).sort()).toEqual(ids([inIt, elsewhere, pasted]).sort());
    const events = await test.app.db.read.findBy(AuditEventRow, { subjectId: elsewhere.id });
    expect(events).toMatchObject([{ type: "user_updated", actorId: founderRow.id, details: { fields: [property] } }]);
  });

  it("gives all roles that are missing in a group, and tells who was not in it and is ACTIVE (F9, F53)", async () => {
    const group = await named("group");
    const [fresh, learner, both, waiting] = [
      await someone(),
      await someone(),
      await someone(),
      await someone({ status: "PENDING", activatedAt: null }),
    ];
    await inGroup(test.app, group, [learner], ["LEARNER"]);
    await inGroup(test.app, group, [both], ["LEARNER", "COACH"]);
    const userIds = ids([fresh, learner, both, waiting]);
    const payload = await add("group", group.id, { userIds, roles: ["COACH", "LEARNER", "COACH"] });
    expect(outcomes(payload)).toEqual(["ADDED", "ADDED", "UNCHANGED", "ADDED"]);
    for (const user of [fresh, learner, both, waiting])
      expect(await rolesIn(group, user)).toEqual(["COACH", "LEARNER"]);
    expect(await Promise.all([fresh, learner, both, waiting].map(told))).toEqual([1, 0, 0, 0]);
    const events = await test.app.db.read.findBy(AuditEventRow, { subjectId: learner.id });
    expect(events).toMatchObject([{ type: "user_updated", details: { fields: [`COACH in ${group.id}`] } }]);
    expect(outcomes(await add("group", group.id, { userIds, roles: ["LEARNER"] }))).toEqual(
      userIds.map(() => "UNCHANGED"),
    );
  });

  it("touches the founder for nobody else (F53)", async () => {
    const { browser } = await aSignedInUser(test, { email: "admin@x.org", userType: "ADMINISTRATOR" });
    const [company, group] = [await named("company"), await named("group")];
    const founders = { emails: [founderRow.email] };
    expect(outcomes(await add("company", company.id, founders, browser))).toEqual([
      "REJECTED: NOT_THE_FOUNDER emails 0",
    ]);
    expect(outcomes(await add("group", group.id, founders, browser))).toEqual(["REJECTED: NOT_THE_FOUNDER emails 0"]);
    expect(outcomes(await add("company", company.id, founders))).toEqual(["ADDED"]);
    expect(outcomes(await add("group", group.id, founders))).toEqual(["ADDED"]);
    expect(outcomes(await add("group", group.id, founders, browser))).toEqual(["UNCHANGED"]);
    const remove = { companyId: company.id, userIds: [founderRow.id] };
    expect(codes(await browser.change("removeCompanyMembers", remove))).toEqual(["NOT_THE_FOUNDER userIds 0"]);
  });

  it("refuses a call that names nobody or too many, and what is not here", async () => {
    const [company, group] = [await named("company"), await named("group")];
    const { browser } = await aSignedInUser(test, { email: "bulk@x.org", userType: "ADMINISTRATOR" });
    const addresses = (count: number) => Array.from({ length: count }, (_, i) => `bulk${i}@x.org`);
    expect(codes(await add("company", company.id, {}))).toEqual(["REQUIRED userIds"]);
    expect(codes(await add("group", group.id, { emails: ["a@x.org"], roles: [] }))).toEqual(["REQUIRED roles"]);
    const many = Array.from({ length: 1_001 }, newId);
    expect(codes(await add("company", company.id, { userIds: many }))).toEqual(["OUT_OF_RANGE userIds"]);
    const both = { userIds: many.slice(2), emails: addresses(2) };
    expect(codes(await add("company", company.id, both))).toEqual(["OUT_OF_RANGE emails"]);
    const loop = { emails: addresses(51) };
    expect(codes(await add("company", company.id, loop, browser))).toEqual(["TOO_MANY_PEOPLE emails"]);
    expect((await add("company", company.id, { emails: addresses(50) }, browser)).counts).toMatchObject({
      rejected: 50,
    });
    expect((await add("company", company.id, loop)).counts).toMatchObject({ rejected: 51 });

    const other = await anotherWorkspace(test.app);
    const [mine, foreign] = [await someone(), await other.copy(User, await someone())];
    const foreignCompany = await other.copy(tableOf.company, company);
    for (const id of [foreign, newId(), "x"]) {
      await expect(add("company", company.id, { userIds: [mine.id, id] })).rejects.toThrow("NOT_FOUND");
    }
    for (const id of [foreignCompany, newId(), "x"]) {
      await expect(add("company", id, { userIds: [mine.id] })).rejects.toThrow("NOT_FOUND");
    }
    expect((await test.app.db.read.findOneByOrFail(User, { id: mine.id })).companyId).toBeNull();
  });

  it("takes as many statements for hundreds as for one, and all at once or nobody", async () => {
    const [company, group] = [await named("company"), await named("group")];
    const users = await some(400, { status: "PENDING", activatedAt: null, createdById: founderRow.id });
    const tables = /(users|group_members|groups|companies|audit_events|grants).? /;
    const asked = async (kind: NamedKind, id: string, some: readonly User[]) =>
      (await statementsOf(test.app, tables, () => add(kind, id, { userIds: ids(some) }))).length;
    for (const [kind, { id }] of [
      ["company", company],
      ["group", group],
    ] as const) {
      const one = await asked(kind, id, users.slice(0, 1));
      expect(await asked(kind, id, users.slice(1))).toBe(one);
    }
    expect(await test.app.db.read.countBy(GroupMember, { groupId: group.id })).toBe(400);
    expect(await test.app.db.read.countBy(User, { companyId: company.id })).toBe(400);
  });

  it("gives everybody their role once, however many add them at once", async () => {
    const group = await named("group");
    const users = await some(20);
    const payloads = await Promise.all(
      Array.from({ length: 6 }, () => add("group", group.id, { userIds: ids(users), roles: ["LEARNER", "COACH"] })),
    );
    expect(payloads.flatMap(codes)).toEqual([]);
    expect(payloads.reduce((sum, { counts }) => sum + counts.added, 0)).toBe(20);
    expect(await test.app.db.read.countBy(GroupMember, { groupId: group.id })).toBe(40);
  });

  describe("by a group's administrator", () => {
    it("is within their own groups, by address, and tells nothing of the accounts (F6, F53)", async () => {
      const [own, foreign] = [await named("group"), await named("group")];
      const { browser, user: self } = await administratorOf(own);
      const [stranger, member] = [await someone(), await someone()];
      await inGroup(test.app, own, [member], ["LEARNER"]);
      await inGroup(test.app, foreign, [stranger, self], ["COACH"]);
      const payload = await add(
        "group",
        own.id,
        { userIds: [member.id], emails: [stranger.email], roles: ["ADMINISTRATOR", "COACH"] },
        browser,
      );
      expect(payload.results).toEqual([
        { email: null, outcome: "ADDED", user: null, errors: [] },
        { email: stranger.email, outcome: "ADDED", user: null, errors: [] },
      ]);
      expect(await rolesIn(own, member)).toEqual(["ADMINISTRATOR", "COACH", "LEARNER"]);
      const unknown = await someone();
      await expect(add("group", own.id, { userIds: [unknown.id] }, browser)).rejects.toThrow("NOT_FOUND");
      for (const id of [foreign.id, newId()]) {
        await expect(add("group", id, { userIds: [member.id] }, browser)).rejects.toThrow("NOT_FOUND");
        const leaving = { groupId: id, userIds: [stranger.id] };
        await expect(browser.change("removeGroupMembers", leaving)).rejects.toThrow("NOT_FOUND");
      }
      expect(await rolesIn(foreign, stranger)).toEqual(["COACH"]);
      for (const kind of personal) {
        const row = await named(kind);
        await expect(add(kind, row.id, { emails: [member.email] }, browser)).rejects.toThrow("FORBIDDEN");
      }
    });

    it("ends with the role, and is nobody's who only adds people or coaches (F53, F54)", async () => {
      const group = await named("group");
      const { browser, user } = await administratorOf(group);
      const { browser: helper } = await aSignedInUser(test, {
        email: "helper@x.org",
        permissions: ["USER_REGISTRATION"],
      });
      const { browser: manager } = await aSignedInUser(test, { email: "manager@x.org", permissions: ["MANAGE_USERS"] });
      const coach = await someone();
      await inGroup(test.app, group, [coach], ["COACH"]);
      const emails = [(await someone()).email];
      for (const each of [helper, manager, await aBrowserOf(test, coach)]) {
        await expect(add("group", group.id, { emails }, each)).rejects.toThrow("FORBIDDEN");
      }
      await expect(add("group", group.id, { emails }, new Browser(test))).rejects.toThrow("UNAUTHENTICATED");
      expect(outcomes(await add("group", group.id, { emails }, browser))).toEqual(["ADDED"]);
      const last = await browser.change("removeGroupMembers", { groupId: group.id, userIds: [user.id] }, "affected");
      expect(last).toEqual({ affected: 1, userErrors: [] });
      await expect(add("group", group.id, { emails }, browser)).rejects.toThrow("FORBIDDEN");
    });
  });

  describe("who waits for their account to be activated", () => {
    const state = async (token: string) =>
      (await new Browser(test).ask("query ($token: String!) { linkPreview(token: $token) { state } }", { token })).data
        .linkPreview.state;

    it.each<[GroupRole, string]>([
      ["LEARNER", "VALID"],
      ["COACH", "REPLACED"],
    ])("is entered by nothing that the creator knows once they hold more: %s (F57)", async (role, expected) => {
      const group = await named("group");
      const { user: creator, browser } = await aSignedInUser(test, {
        email: `${newId()}@x.org`,
        permissions: ["USER_REGISTRATION"],
      });
      const given = { workspaceId, email: `${newId()}@x.org`, createdById: creator.id };
      const temporaryUntil = new Date(test.clock.now().getTime() + 60_000);
      const { user, token } = await anActivationLink(test.app, { ...given, temporaryUntil });
      const { user: foundersOwn, token: other } = await anActivationLink(test.app, {
        ...given,
        email: `${newId()}@x.org`,
        createdById: founderRow.id,
      });
      await add("group", group.id, { emails: [user.email, foundersOwn.email], roles: [role] });
      expect([await state(token), await state(other)]).toEqual([expected, "VALID"]);
      const row = await test.app.db.read.findOneByOrFail(User, { id: user.id });
      expect(row.temporaryUntil).toEqual(role === "COACH" ? test.clock.now() : temporaryUntil);
      expect(row.activationExpiresAt === null).toBe(role === "COACH");
      const copied = await browser.change("copyActivationLink", { userId: user.id }, "link");
      expect(codes(copied)).toEqual(role === "COACH" ? ["NOT_ALLOWED userId"] : []);
    });

    it("keeps what a creator knows who administers that group", async () => {
      const group = await named("group");
      const { user: creator } = await administratorOf(group);
      const { user, token } = await anActivationLink(test.app, {
        workspaceId,
        email: "kept@x.org",
        createdById: creator.id,
      });
      await add("group", group.id, { emails: [user.email], roles: ["ADMINISTRATOR"] });
      expect(await state(token)).toBe("VALID");
      const elsewhere = await named("group");
      await add("group", elsewhere.id, { emails: [user.email], roles: ["COACH"] });
      expect(await state(token)).toBe("REPLACED");
    });
  });
});

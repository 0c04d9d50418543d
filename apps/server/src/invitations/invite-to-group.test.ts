import { AuditEventRow } from "../audit/audit-event.entity.js";
import { bulkInsert } from "../db/bulk-insert.js";
import { newId } from "../db/ids.js";
import { Company } from "../groups/company.entity.js";
import { Group } from "../groups/group.entity.js";
import { GroupMember } from "../groups/group-member.entity.js";
import { Label } from "../groups/label.entity.js";
import { Link } from "../links/link.entity.js";
import { OutboxMail } from "../mail/outbox-mail.entity.js";
import { Grant } from "../permissions/grant.entity.js";
import { aGroup } from "../testing/a-group.js";
import { aProgramSession } from "../testing/a-program-session.js";
import { aSignedInUser } from "../testing/a-signed-in-user.js";
import { anActivationLink } from "../testing/an-activation-link.js";
import { aFounder, Browser } from "../testing/browser.js";
import { aName } from "../testing/names.js";
import { aUser } from "../testing/rows.js";
import { aRunningApp, hours } from "../testing/start-app.js";
import { User } from "../users/user.entity.js";
import { Invitation } from "./invitation.entity.js";
import { InvitationGroup } from "./invitation-group.entity.js";

interface Payload {
  results: {
    outcome: string;
    link: string | null;
    user: object | null;
    invitation: { id: string; email: string; groups: { role: string; group: { name: string } }[] } | null;
    errors: { code: string; path: string[] }[];
  }[];
  userErrors: { code: string; path: string[] }[];
}

const fields = `results { outcome link user { id } invitation { id email groups { role group { name } } } errors { code path } }
  counts { invited }`;
const told = ({ results }: Payload) =>
  results.map(({ outcome, errors }) =>
    [outcome, ...errors.map(({ code, path }) => [code, ...path].join(" "))].join(" "),
  );

describe("inviting to a group by its administrator (F6)", () => {
  const test = aRunningApp();
  let founder: Browser;
  let founderId: string;
  let workspaceId: string;
  let runner: { user: User; browser: Browser };
  let pilots: Group;
  let sailors: Group;

  beforeAll(async () => {
    founder = await aFounder(test);
    founderId = (await read().findOneByOrFail(User, { userType: "FOUNDER" })).id;
    runner = await aSignedInUser(test, { email: "runner@x.org", firstName: "Rita", lastName: "Run" });
    pilots = await aGroup(test, "Pilots", { ADMINISTRATOR: [runner.user] });
    sailors = await aGroup(test, "Sailors");
    ({ workspaceId } = pilots);
    await aName(test.app, "label", { workspaceId, name: "Crew" });
  });

  const read = () => test.app.db.read;
  const invite = (people: object[], more: object = {}, by = runner.browser): Promise<Payload> =>
    by.change("inviteUsers", { people, ...more }, fields);
  const bulk = (people: object[], more: object = {}): Promise<Payload> =>
    runner.browser.change("bulkInvite", { people, ...more }, fields);
  const stored = (email: string) => read().findOneByOrFail(Invitation, { email });
  const aStoredUser = async (given: Partial<User> & { email: string }) => {
    const user = aUser({ workspaceId, ...given });
    await test.app.db.tx((tx) => bulkInsert(tx, User, [user]));
    return user;
  };
  const rolesOf = async (userId: string) =>
    (await read().findBy(GroupMember, { userId })).map(({ groupId, role }) => `${role} in ${groupId}`).sort();

  it("takes roles, language, label and a message, and answers the link and what may be seen", async () => {
    const person = { email: "ann@x.org", groups: ["pilots"], roles: ["coach", "administrator"], language: "fr" };
    const payload = await invite([{ ...person, label: "crew" }], { message: "Welcome aboard" });
    expect(told(payload)).toEqual(["INVITED"]);
    expect(payload.results[0]).toMatchObject({
      link: expect.stringContaining("/join#"),
      user: null,
      invitation: {
        email: "ann@x.org",
        groups: [
          { role: "ADMINISTRATOR", group: { name: "Pilots" } },
          { role: "COACH", group: { name: "Pilots" } },
        ],
      },
    });
    const { labelId, ...invitation } = await stored("ann@x.org");
    expect(invitation).toMatchObject({ language: "fr", message: "Welcome aboard", inviterId: runner.user.id });
    expect(await read().findOneByOrFail(Label, { id: labelId as string })).toMatchObject({ name: "Crew" });
    expect(await read().countBy(OutboxMail, { subjectId: invitation.id })).toBe(1);
    const events = await read().findBy(AuditEventRow, { type: "people_invited", actorId: runner.user.id });
    expect(events).toMatchObject([{ details: { count: 1 } }]);
  });

  it("names each field that is not theirs to give, and does nothing for that person", async () => {
    const all = { company: "Acme", team: "Blue", teamLeader: "ann@x.org", deletionDate: "2031-01-01", externalId: "7" };
    const people = [
      { email: "b1@x.org", groups: ["Pilots"], userType: "administrator", ...all },
      { email: "b2@x.org" },
      { email: "b3@x.org", groups: ["Pilots", "Sailors"] },
      { email: "b4@x.org", groups: ["Divers"] },
      { email: "b5@x.org", groups: ["Pilots"], label: "Unheard of" },
      { email: "b6@x.org", groups: ["Pilots"] },
    ];
    expect(told(await invite(people, { createMissing: true }))).toEqual([
      ["REJECTED", ...[...Object.keys(all), "userType"].map((field) => `NOT_ALLOWED ${field}`)].join(" "),
      "REJECTED REQUIRED groups",
      "REJECTED UNKNOWN_GROUP groups 1",
      "REJECTED UNKNOWN_GROUP groups 0",
      "REJECTED UNKNOWN_LABEL label",
      "INVITED",
    ]);
    expect(await read().countBy(Company, { name: "Acme" })).toBe(0);
    expect(await read().countBy(Label, { name: "Unheard of" })).toBe(0);
    expect(await read().countBy(InvitationGroup, { groupId: sailors.id })).toBe(0);
  });

  it("adds who has an account to the group and tells them, or leaves them as they are (F9)", async () => {
    const user = await aStoredUser({ email: "here@x.org" });
    const person = { email: "here@x.org", groups: ["Pilots"], roles: ["coach"], firstName: "Other" };
    const added = await invite([person]);
    expect(added.results).toEqual([
      { outcome: "ADDED_TO_GROUPS", link: null, user: null, invitation: null, errors: [] },
    ]);
    expect(told(await invite([person]))).toEqual(["UNCHANGED"]);
    expect(await rolesOf(user.id)).toEqual([`COACH in ${pilots.id}`]);
    expect(await read().findOneByOrFail(User, { id: user.id })).toMatchObject({ firstName: null });
    expect(await read().countBy(OutboxMail, { subjectId: user.id, kind: "added-to-groups" })).toBe(1);
    expect(told(await invite([{ email: "ada@northwind.example", groups: ["Pilots"] }]))).toEqual([
      "REJECTED NOT_THE_FOUNDER",
    ]);
  });

  it("shows nothing of an invitation that leads elsewhere, and says only that the address is invited (F9)", async () => {
    await invite(
      [
        { email: "c@x.org", groups: ["Sailors"] },
        { email: "d@x.org", groups: ["Pilots", "Sailors"] },
      ],
      {},
      founder,
    );
    const people = ["c@x.org", "d@x.org"].map((email) => ({ email, groups: ["Pilots"] }));
    const payload = await invite(people);
    expect(told(payload)).toEqual(["UNCHANGED ALREADY_INVITED email", "UNCHANGED ALREADY_INVITED email"]);
    expect(payload.results[0]?.invitation).toBeNull();
    expect(payload.results[1]?.invitation?.groups).toEqual([{ role: "LEARNER", group: { name: "Pilots" } }]);
  });

  it("renews an expired invitation that they could have made, and says that any other is not theirs (F6, F57)", async () => {
    const given = (email: string, more: object = {}) => ({ email, groups: ["Pilots"], ...more });
    const more = [
      given("other.group@x.org", { groups: ["Pilots", "Sailors"], roles: ["administrator"] }),
      given("administrator@x.org", { userType: "administrator" }),
      given("acme@x.org", { company: "Acme" }),
      given("blue@x.org", { team: "Blue" }),
      given("dated@x.org", { deletionDate: "2031-01-01" }),
      given("external@x.org", { externalId: "E1" }),
      given("known@x.org", { identity: { city: "Gent" } }),
      given("sailor@x.org", { groups: ["Sailors"] }),
    ];
    const late = given("late@x.org", { roles: ["administrator"], label: "crew" });
    const plain = { email: "plain@x.org" };
    const once = { lifetimeHours: 1, createMissing: true };
    expect(told(await invite([...more, late, plain], once, founder))).toEqual(Array(10).fill("INVITED"));
    test.clock.forward(hours(2));
    const again = [...more, late, plain].map(({ email }) => given(email));
    const outcomes = [...Array(8).fill("REJECTED INVITED_TO_MORE email"), "INVITED", "INVITED"];
    expect(told(await invite(again, { dryRun: true }))).toEqual(outcomes);
    expect(told(await invite(again))).toEqual(outcomes);
    for (const { email } of more) {
      expect(await stored(email)).toMatchObject({ generation: 1, inviterId: founderId, lifetimeHours: 1 });
    }
    const renewed = await stored("late@x.org");
    expect(renewed).toMatchObject({ generation: 2, inviterId: runner.user.id, labelId: null });
    expect(await read().findBy(InvitationGroup, { invitationId: renewed.id })).toMatchObject([
      { groupId: pilots.id, role: "LEARNER" },
    ]);
    // whoever invites to the whole workspace says what counts now
    expect(told(await invite(again.slice(0, 1), {}, founder))).toEqual(["INVITED"]);
  });

  it("goes to the group of the id, whatever it is called by now, and to no other (F6)", async () => {
    const { id: groupId } = await aGroup(test, "Divers", { ADMINISTRATOR: [runner.user] });
    const person = (more: object = {}) => ({ email: `${newId()}@x.org`, ...more });
    const promised = async (by: Browser, input: object) => {
      const { results } = await by.change(
        "inviteUsers",
        { groupId, ...input },
        "results { outcome invitation { id } errors { code path } }",
      );
      const [{ outcome, invitation, errors }] = results;
      if (!invitation)
        return [outcome, ...errors.map(({ code, path }: Payload["userErrors"][number]) => [code, ...path].join(" "))];
      const rows = await read().findBy(InvitationGroup, { invitationId: invitation.id });
      return [outcome, ...rows.map((row) => (row.groupId === groupId ? row.role : row.groupId))];
    };
    await founder.change("updateGroup", { groupId, name: "Deep divers" });
    await aGroup(test, "Divers");
    for (const by of [runner.browser, founder]) {
      expect(await promised(by, { people: [person()], createMissing: true })).toEqual(["INVITED", "LEARNER"]);
      expect(await promised(by, { people: [person({ roles: ["coach"] })] })).toEqual(["INVITED", "COACH"]);
      expect(await promised(by, { people: [person({ groups: ["deep divers"] })] })).toEqual(["INVITED", "LEARNER"]);
      expect(await promised(by, { people: [person({ groups: ["Divers"] })], createMissing: true })).toEqual([
        "REJECTED",
        "NOT_COMBINABLE groups 0",
      ]);
    }
    const both = { people: [person()], groupId, programSessionId: (await aProgramSession(test, pilots)).id };
    expect((await founder.change("inviteUsers", both)).userErrors).toMatchObject([
      { code: "NOT_COMBINABLE", path: ["groupId"] },
    ]);
    // a key that was used says the same again, under whatever name
    const keyed = { people: [person()], groupId, idempotencyKey: "divers" };
    const first = await founder.change("inviteUsers", keyed, "results { outcome }");
    await founder.change("updateGroup", { groupId, name: "Divers of old" });
    expect(await founder.change("inviteUsers", keyed, "results { outcome }")).toEqual(first);
    await founder.change("deleteGroups", { groupIds: [groupId] });
    for (const by of [runner.browser, founder]) {
      await expect(promised(by, { people: [person()], createMissing: true })).rejects.toThrow("NOT_FOUND");
    }
    expect(await read().countBy(Group, { nameKey: "divers of old" })).toBe(0);
  });

  it("says in a dry run what would come of it, and does nothing", async () => {
    const before = [await read().count(Invitation), await read().count(Link), await read().count(GroupMember)];
    await aStoredUser({ email: "dry@x.org" });
    const people = ["fresh@x.org", "dry@x.org", "ann@x.org"].map((email) => ({ email, groups: ["Pilots"] }));
    const outcomes = ["INVITED", "ADDED_TO_GROUPS", "UNCHANGED ALREADY_INVITED email"];
    expect(told(await invite([...people, { email: "no@x.org" }], { dryRun: true }))).toEqual([
      ...outcomes,
      "REJECTED REQUIRED groups",
    ]);
    expect([await read().count(Invitation), await read().count(Link), await read().count(GroupMember)]).toEqual(before);
  });

  it("ends the ways into an account of who comes to hold more than its creator, who may know one (F57)", async () => {
    const { user: creator } = await aSignedInUser(test, { email: "creator@x.org", permissions: ["USER_REGISTRATION"] });
    const made = { workspaceId, createdById: creator.id };
    const learner = await anActivationLink(test.app, { ...made, email: "learner@x.org" });
    const coach = await anActivationLink(test.app, { ...made, email: "coach@x.org" });
    await invite([
      { email: "learner@x.org", groups: ["Pilots"] },
      { email: "coach@x.org", groups: ["Pilots"], roles: ["coach"] },
    ]);
    const state = async (token: string) => {
      const query = "query ($token: String!) { linkPreview(token: $token) { state } }";
      return (await new Browser(test).ask(query, { token })).data.linkPreview.state;
    };
    expect(await state(learner.token)).toBe("VALID");
    expect(await state(coach.token)).toBe("REPLACED");
  });

  it("adds each to the group once, when many invite the same person at once (F11)", async () => {
    const user = await aStoredUser({ email: "wanted@x.org" });
    const people = ["wanted@x.org", "racer@x.org"].map((email) => ({ email, groups: ["Pilots"] }));
    const payloads = await Promise.all(Array.from({ length: 8 }, () => invite(people)));
    expect(payloads.flatMap(({ userErrors }) => userErrors)).toEqual([]);
    const firsts = payloads.map((payload) => told(payload).join());
    expect(firsts.filter((outcomes) => outcomes.includes("ADDED_TO_GROUPS"))).toHaveLength(1);
    expect(firsts.filter((outcomes) => outcomes.includes("INVITED") && !outcomes.includes("ALREADY"))).toHaveLength(1);
    expect(await rolesOf(user.id)).toEqual([`LEARNER in ${pilots.id}`]);
    expect(await read().countBy(OutboxMail, { subjectId: user.id })).toBe(1);
  });

  it("keeps to 50 people a call and 200 an hour without can_bulk_invite (F55)", async () => {
    const other = await aSignedInUser(test, { email: "hourly@x.org" });
    await aGroup(test, "Hourly", { ADMINISTRATOR: [other.user] });
    const some = (count: number, prefix: string) =>
      Array.from({ length: count }, (_, i) => ({ email: `${prefix}${i}@x.org`, groups: ["Hourly"] }));
    const over = await invite(some(51, "over"), {}, other.browser);
    expect(over.userErrors).toMatchObject([{ code: "TOO_MANY_PEOPLE", path: ["people"] }]);
    const payloads = await Promise.all(
      Array.from({ length: 8 }, (_, i) => invite(some(49, `loop${i}-`), {}, other.browser)),
    );
    expect(payloads.filter(({ userErrors }) => userErrors[0]?.code === "TOO_MANY_PEOPLE")).toHaveLength(4);
    expect(await read().countBy(Invitation, { inviterId: other.user.id })).toBe(4 * 49);
  });

  it("is a bulk invite with can_bulk_invite, of invitations alone, that changes nobody (F55)", async () => {
    const answer = await runner.browser.ask("mutation { bulkInvite(input: { people: [] }) { userErrors { code } } }");
    expect(answer.errors?.[0]?.extensions.code).toBe("FORBIDDEN");
    const grant = { workspaceId, userId: runner.user.id, permission: "CAN_BULK_INVITE" as const };
    await test.app.db.tx((tx) =>
      bulkInsert(tx, Grant, [{ ...grant, grantedBy: runner.user.id, createdAt: test.clock.now() }]),
    );
    const people = Array.from({ length: 300 }, (_, i) => ({ email: `bulk${i}@x.org`, groups: ["Pilots"] }));
    expect(await bulk(people)).toMatchObject({ counts: { invited: 300 }, userErrors: [] });
    expect(told(await bulk([{ email: "b@x.org" }, { email: "e@x.org", groups: ["Sailors"] }]))).toEqual([
      "REJECTED REQUIRED groups",
      "REJECTED UNKNOWN_GROUP groups 0",
    ]);
    const refused = async (more: object) => {
      const { results, userErrors } = await bulk([{ email: "here@x.org", groups: ["Pilots"] }], more);
      return [results.length, ...userErrors.map(({ code, path }) => [code, ...path].join(" "))];
    };
    expect(await refused({ mode: "CREATE" })).toEqual([0, "NOT_ALLOWED mode"]);
    expect(await refused({ existing: "UPDATE" })).toEqual([0, "NOT_ALLOWED existing"]);
    expect(await refused({ existing: "FILL_EMPTY" })).toEqual([0, "NOT_ALLOWED existing"]);
    const create = { person: { email: "new@x.org", groups: ["Pilots"] } };
    await expect(runner.browser.change("createUser", create)).rejects.toThrow("FORBIDDEN");
    const file = { fileName: "p.csv", totalRows: 1, columns: ["email"] };
    await expect(runner.browser.change("startImport", file)).rejects.toThrow("FORBIDDEN");
  });

  it("is over with the role (F54)", async () => {
    const former = await aSignedInUser(test, { email: "former@x.org" });
    const group = await aGroup(test, "Former", { ADMINISTRATOR: [former.user] });
    const person = { email: "f@x.org", groups: ["Former"] };
    expect(told(await invite([person], { dryRun: true }, former.browser))).toEqual(["INVITED"]);
    await test.app.db.tx((tx) => tx.update(GroupMember, { groupId: group.id }, { role: "COACH" }));
    await expect(invite([person], {}, former.browser)).rejects.toThrow("FORBIDDEN");
  });
});

import { AuditEventRow } from "../audit/audit-event.entity.js";
import type { Group } from "../groups/group.entity.js";
import { GroupMember } from "../groups/group-member.entity.js";
import { OutboxMail } from "../mail/outbox-mail.entity.js";
import { aGroup } from "../testing/a-group.js";
import { aProgramSession } from "../testing/a-program-session.js";
import { aSignedInUser } from "../testing/a-signed-in-user.js";
import { aFounder, type Browser } from "../testing/browser.js";
import { refusalOf } from "../testing/refusal-of.js";
import { aRunningApp } from "../testing/start-app.js";
import { User } from "../users/user.entity.js";
import type { ProgramSession } from "./program-session.entity.js";
import { ProgramSessionMember } from "./program-session-member.entity.js";
import { putOnSession } from "./put-on-session.js";

type Somebody = { user: User; browser: Browser };

describe("who is on a program session (F7, F51)", () => {
  const test = aRunningApp();
  let founder: Browser;
  let founderUser: User;
  let runner: Somebody;
  let coach: Somebody;
  let group: Group;
  let session: ProgramSession;
  let count = 0;

  const somebody = (given: Partial<User> = {}) => aSignedInUser(test, { email: `person${++count}@x.org`, ...given });

  beforeAll(async () => {
    founder = await aFounder(test);
    founderUser = await test.app.db.read.findOneByOrFail(User, { userType: "FOUNDER" });
    runner = await somebody({ email: "runner@x.org" });
    coach = await somebody({ email: "coach@x.org" });
  });
  beforeEach(async () => {
    group = await aGroup(test, `Pilots ${++count}`, { ADMINISTRATOR: [runner.user], COACH: [coach.user] });
    session = await aProgramSession(test, group, { INSTRUCTOR: [coach.user] });
  });

  const fields =
    "results { email outcome user { id } errors { code path } } counts { added unchanged awaited rejected }";
  const add = (input: Record<string, unknown>, by = founder) =>
    by.change("addProgramSessionMembers", { programSessionId: session.id, part: "PARTICIPANT", ...input }, fields);
  const outcomes = async (answer: Promise<{ results: { outcome: string; errors: { code: string }[] }[] }>) =>
    (await answer).results.map(({ outcome, errors }) => errors[0]?.code ?? outcome);
  const rolesOf = async ({ id: userId }: User) =>
    (await test.app.db.read.findBy(GroupMember, { userId, groupId: group.id })).map(({ role }) => role).sort();
  const told = ({ id: subjectId }: User) =>
    test.app.db.read.countBy(OutboxMail, { kind: "added-to-groups", subjectId });

  it("are participants who become learners of the group and are told, unless they are something in it", async () => {
    const [active, pending, leading, gone] = [
      await somebody(),
      await somebody({ status: "PENDING" }),
      await somebody(),
      await somebody({ status: "DEACTIVATED" }),
    ];
    await test.app.db.tx((tx) =>
      tx.insert(GroupMember, { ...group, groupId: group.id, userId: leading.user.id, role: "COACH" }),
    );
    const ids = [active, pending, leading, gone].map(({ user }) => user.id);
    const answer = await add({
      userIds: ids,
      emails: [" New.Person@X.org ", "a@", active.user.email, "new.person@x.org"],
    });
    const results = answer.results.map((each: Record<string, unknown>) => [
      each.email,
      each.outcome,
      each.user,
      each.errors,
    ]);
    expect(results).toEqual([
      [null, "ADDED", { id: ids[0] }, []],
      [null, "ADDED", { id: ids[1] }, []],
      [null, "ADDED", { id: ids[2] }, []],
      [null, "REJECTED", { id: ids[3] }, [{ code: "USER_CLOSED", path: ["userIds", "3"] }]],
      [" New.Person@X.org ", "AWAITED", null, []],
      ["a@", "REJECTED", null, [{ code: "EMAIL_MALFORMED", path: ["emails", "1"] }]],
      [active.user.email, "REJECTED", { id: ids[0] }, [{ code: "DUPLICATE_IN_INPUT", path: ["emails", "2"] }]],
      ["new.person@x.org", "REJECTED", null, [{ code: "DUPLICATE_IN_INPUT", path: ["emails", "3"] }]],
    ]);
    expect(answer.counts).toEqual({ added: 3, unchanged: 0, awaited: 1, rejected: 4 });
    expect(await rolesOf(active.user)).toEqual(["LEARNER"]);
    expect(await rolesOf(pending.user)).toEqual(["LEARNER"]);
    expect(await rolesOf(leading.user)).toEqual(["COACH"]);
    expect(await Promise.all([active, pending, leading].map(({ user }) => told(user)))).toEqual([1, 0, 0]);
    expect(await outcomes(add({ userIds: ids.slice(0, 3), emails: ["new.person@x.org"] }))).toEqual(
      new Array(4).fill("UNCHANGED"),
    );
    const [event, ...more] = await test.app.db.read.findBy(AuditEventRow, { subjectId: session.id });
    expect(event).toMatchObject({ actorId: founderUser.id, details: { part: "PARTICIPANT", count: 4, awaited: 1 } });
    expect(more).toEqual([]);
  });

  it("are instructors, who get no role in the group by it", async () => {
    const { user } = await somebody();
    expect(await outcomes(add({ part: "INSTRUCTOR", userIds: [user.id], emails: ["teacher@x.org"] }))).toEqual([
      "ADDED",
      "AWAITED",
    ]);
    expect(await rolesOf(user)).toEqual([]);
    expect(await told(user)).toBe(0);
    // one may be both
    expect(await outcomes(add({ userIds: [user.id] }))).toEqual(["ADDED"]);
  });

  it("are listed in the order of their being added, page by page, each with what is known", async () => {
    const { user } = await somebody({ firstName: "Ann", lastName: "Lee" });
    await add({ userIds: [user.id], emails: ["b@x.org"] });
    await add({ emails: ["a@x.org"] });
    const list = async (variables: Record<string, unknown>, by = runner.browser) => {
      const { data, errors } = await by.ask(
        `query ($id: ID!, $first: Int! = 25, $after: String, $part: SessionPart!) { programSession(id: $id) {
          members(first: $first, after: $after, part: $part) { totalCount pageInfo { endCursor }
            nodes { part userId firstName lastName email status } } } }`,
        { id: session.id, part: "PARTICIPANT", ...variables },
      );
      if (errors) throw new Error(errors[0]?.extensions.code);
      return data.programSession.members;
    };
    const first = await list({ first: 2 });
    const unknown = { part: "PARTICIPANT", userId: null, firstName: null, lastName: null, status: null };
    expect(first).toMatchObject({
      totalCount: 3,
      nodes: [
        { userId: user.id, firstName: "Ann", lastName: "Lee", email: user.email, status: "ACTIVE" },
        { ...unknown, email: "b@x.org" },
      ],
    });
    const { endCursor: after } = first.pageInfo;
    expect((await list({ after })).nodes).toEqual([{ ...unknown, email: "a@x.org" }]);
    await expect(list({ after, part: "INSTRUCTOR" })).rejects.toThrow("BAD_USER_INPUT");
    expect((await list({ part: "INSTRUCTOR" }, coach.browser)).nodes).toMatchObject([{ userId: coach.user.id }]);
  });

  it("come from whoever runs the group: by id the members of their groups, by address anybody (F53)", async () => {
    const [stranger, known] = [await somebody(), await somebody()];
    await aGroup(test, `Sailors ${++count}`, { ADMINISTRATOR: [runner.user], LEARNER: [known.user] });
    await aGroup(test, `Divers ${++count}`, { COACH: [runner.user], LEARNER: [stranger.user] });
    expect(await refusalOf(add({ userIds: [stranger.user.id] }, runner.browser))).toBe("NOT_FOUND");
    const answer = await add({ userIds: [known.user.id], emails: [stranger.user.email] }, runner.browser);
    // who may not see users learns nothing of the accounts
    expect(answer.results).toMatchObject([
      { outcome: "ADDED", user: null },
      { outcome: "ADDED", user: null },
    ]);
    expect(await rolesOf(stranger.user)).toEqual(["LEARNER"]);
  });

  it("come from instructors who coach the group, by address and to take part, in no other way (F7)", async () => {
    const { user } = await somebody();
    const refused = async (input: Record<string, unknown>) => (await add(input, coach.browser)).userErrors;
    const address = [user.email];
    expect(await refused({ part: "INSTRUCTOR", emails: address })).toMatchObject([
      { code: "NOT_ALLOWED", path: ["part"] },
    ]);
    expect(await refused({ userIds: [user.id] })).toMatchObject([{ code: "NOT_ALLOWED", path: ["userIds"] }]);
    expect(await outcomes(add({ emails: [...address, "new@x.org"] }, coach.browser))).toEqual(["ADDED", "AWAITED"]);
    expect(await rolesOf(user)).toEqual(["LEARNER"]);
    // a coach who does not instruct it
    await test.app.db.tx((tx) => tx.delete(ProgramSessionMember, { programSessionId: session.id, part: "INSTRUCTOR" }));
    expect(await refusalOf(add({ emails: ["more@x.org"] }, coach.browser))).toBe("NOT_FOUND");
  });

  it("come from nobody else, and are taken off by those who run the group alone (F53)", async () => {
    const instructor = await somebody();
    const identify = await aSignedInUser(test, { email: `id${++count}@x.org`, permissions: ["MANAGE_USERS"] });
    await add({ part: "INSTRUCTOR", userIds: [instructor.user.id] });
    expect(await refusalOf(add({ emails: ["a@x.org"] }, instructor.browser))).toBe("NOT_FOUND");
    expect(await refusalOf(add({ emails: ["a@x.org"] }, identify.browser))).toBe("FORBIDDEN");
    await add({ emails: ["a@x.org", "b@x.org"] });
    const places = await test.app.db.read.findBy(ProgramSessionMember, {
      programSessionId: session.id,
      part: "PARTICIPANT",
    });
    const memberIds = places.map(({ id }) => id);
    const remove = (ids: string[], by: Browser) =>
      by.change("removeProgramSessionMembers", { programSessionId: session.id, memberIds: ids }, "affected");
    expect(await refusalOf(remove(memberIds, coach.browser))).toBe("FORBIDDEN");
    expect(await refusalOf(remove(memberIds, identify.browser))).toBe("FORBIDDEN");
    expect(await refusalOf(remove(memberIds, instructor.browser))).toBe("NOT_FOUND");
    const elsewhere = await aProgramSession(test, group, { PARTICIPANT: ["c@x.org"] });
    const [other] = await test.app.db.read.findBy(ProgramSessionMember, { programSessionId: elsewhere.id });
    const taken = await remove([...memberIds, other?.id as string, "nothing"], runner.browser);
    expect(taken).toEqual({ affected: 2, userErrors: [] });
    expect(await remove(memberIds, runner.browser)).toMatchObject({ affected: 0 });
    expect(await remove([], runner.browser)).toMatchObject({ userErrors: [{ code: "REQUIRED", path: ["memberIds"] }] });
    const tooMany = await remove(new Array(1_001).fill(other?.id), runner.browser);
    expect(tooMany).toMatchObject({ userErrors: [{ code: "OUT_OF_RANGE" }] });
    expect(await test.app.db.read.countBy(ProgramSessionMember, { programSessionId: elsewhere.id })).toBe(1);
  });

  it("are not more at once than one may bring (F55)", async () => {
    const many = (length: number) => Array.from({ length }, (_, i) => `many${i}@x.org`);
    const codes = async (input: Record<string, unknown>, by: Browser) =>
      (await add(input, by)).userErrors.map(({ code, path }: { code: string; path: string[] }) => [code, ...path]);
    expect(await codes({}, founder)).toEqual([["REQUIRED", "userIds"]]);
    expect(await codes({ emails: many(51) }, runner.browser)).toEqual([["TOO_MANY_PEOPLE", "emails"]]);
    expect(await codes({ emails: many(51) }, coach.browser)).toEqual([["TOO_MANY_PEOPLE", "emails"]]);
    expect(await codes({ emails: many(1_001) }, founder)).toEqual([["OUT_OF_RANGE", "emails"]]);
    expect((await add({ emails: many(1_000) })).counts).toMatchObject({ awaited: 1_000 });
    const { data } = await founder.ask(
      "query ($id: ID!) { programSession(id: $id) { participants { count isExact } } }",
      {
        id: session.id,
      },
    );
    expect(data.programSession.participants).toEqual({ count: 1_000, isExact: true });
    await add({ emails: ["one.more@x.org"] });
    const more = await founder.ask("query ($id: ID!) { programSession(id: $id) { participants { count isExact } } }", {
      id: session.id,
    });
    expect(more.data.programSession.participants).toEqual({ count: 1_000, isExact: false });
  });

  it("hold the founder as a learner only where the founder says so (F53)", async () => {
    const admin = await somebody({ userType: "ADMINISTRATOR" });
    const named = { emails: [founderUser.email] };
    expect(await outcomes(add(named, admin.browser))).toEqual(["NOT_THE_FOUNDER"]);
    expect(await outcomes(add({ ...named, part: "INSTRUCTOR" }, admin.browser))).toEqual(["ADDED"]);
    expect(await outcomes(add(named, founder))).toEqual(["ADDED"]);
  });

  it("are put down once, whoever does so at the same moment", async () => {
    const emails = Array.from({ length: 40 }, (_, i) => `same${i}@x.org`);
    const answers = await Promise.all([founder, runner.browser, coach.browser].map((by) => add({ emails }, by)));
    const awaited = answers.reduce((sum, { counts }) => sum + counts.awaited, 0);
    expect(awaited).toBe(40);
    expect(await test.app.db.read.countBy(ProgramSessionMember, { programSessionId: session.id })).toBe(41);
  });

  it("are put down again to no effect, and on a session that is gone not at all", async () => {
    const { workspaceId, id: programSessionId } = session;
    const place = { workspaceId, programSessionId, part: "PARTICIPANT" as const, addedById: founderUser.id };
    const people = [{ userId: coach.user.id }, { email: "a@x.org", emailKey: "a@x.org" }, { userId: coach.user.id }];
    const put = () => test.app.db.tx((tx) => putOnSession(tx, test.app, place, people));
    expect(await put()).toBe(2);
    expect(await put()).toBe(0);
    await founder.change("deleteProgramSessions", { programSessionIds: [programSessionId] });
    expect(await put()).toBe(0);
    expect(await test.app.db.read.countBy(ProgramSessionMember, { programSessionId })).toBe(0);
  });
});

import { AuditEventRow } from "../audit/audit-event.entity.js";
import { bulkInsert } from "../db/bulk-insert.js";
import { newId } from "../db/ids.js";
import { ProgramSession } from "../program-sessions/program-session.entity.js";
import { ProgramSessionMember } from "../program-sessions/program-session-member.entity.js";
import { aSignedInUser } from "../testing/a-signed-in-user.js";
import { anotherWorkspace } from "../testing/another-workspace.js";
import { aFounder, type Browser } from "../testing/browser.js";
import { aName, inGroup } from "../testing/names.js";
import { someUsers } from "../testing/some-users.js";
import { aRunningApp } from "../testing/start-app.js";
import { statementsOf } from "../testing/statements.js";
import { User } from "../users/user.entity.js";
import { GroupMember } from "./group-member.entity.js";
import { columnOf, type PersonalKind } from "./name-kinds.js";

const codes = (payload: { userErrors: { code: string; path: string[] }[] }) =>
  payload.userErrors.map(({ code, path }) => [code, ...path].join(" "));

describe("taking people out of companies, groups, teams and labels (F51)", () => {
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

  const aGroup = () => aName(test.app, "group", { workspaceId, name: `Group ${++names}` });
  const some = (count: number, given: Partial<User> = {}) => someUsers(test.app, count, { workspaceId, ...given });
  const ids = (users: readonly User[]) => users.map(({ id }) => id);
  const leave = (groupId: string, input: Record<string, unknown>, browser = founder) =>
    browser.change("removeGroupMembers", { groupId, ...input }, "affected");
  const rolesOf = async (groupId: string, { id: userId }: User) =>
    (await test.app.db.read.findBy(GroupMember, { groupId, userId })).map(({ role }) => role).sort();

  it.each<[PersonalKind, string]>([
    ["company", "removeCompanyMembers"],
    ["team", "removeTeamMembers"],
    ["label", "removeLabelMembers"],
  ])("passes over who is not in the %s", async (kind, operation) => {
    const { property } = columnOf[kind];
    const [here, there] = await Promise.all(
      ["here", "there"].map((name) => aName(test.app, kind, { workspaceId, name: `${kind} ${name}` })),
    );
    const [[inIt], [elsewhere]] = [await some(1, { [property]: here?.id }), await some(1, { [property]: there?.id })];
    if (!inIt || !elsewhere) throw new Error("not made");
    const foreign = await (await anotherWorkspace(test.app)).copy(User, inIt);
    const userIds = [elsewhere.id, inIt.id.toUpperCase(), inIt.id, foreign, newId(), "x"];
    const input = { [`${kind}Id`]: here?.id, userIds };
    expect(await founder.change(operation, input, "affected")).toEqual({ affected: 1, userErrors: [] });
    expect(await founder.change(operation, input, "affected")).toEqual({ affected: 0, userErrors: [] });
    const held = async (id: string) => (await test.app.db.read.findOneByOrFail(User, { id }))[property];
    expect([await held(inIt.id), await held(elsewhere.id), await held(foreign)]).toEqual([null, there?.id, here?.id]);
    const events = await test.app.db.read.findBy(AuditEventRow, { subjectId: inIt.id });
    expect(events).toMatchObject([{ type: "user_updated", actorId: founderRow.id, details: { fields: [property] } }]);
  });

  it("takes only the roles that are named, or all", async () => {
    const { id } = await aGroup();
    const [lea, mona] = (await some(2)) as [User, User];
    await inGroup(test.app, { id, workspaceId }, [lea, mona], ["LEARNER", "COACH"]);
    expect(await leave(id, { userIds: [lea.id, mona.id], roles: ["COACH", "ADMINISTRATOR"] })).toMatchObject({
      affected: 2,
    });
    expect([await rolesOf(id, lea), await rolesOf(id, mona)]).toEqual([["LEARNER"], ["LEARNER"]]);
    expect(await leave(id, { userIds: [lea.id], roles: ["COACH"] })).toMatchObject({ affected: 0 });
    expect(await leave(id, { userIds: [lea.id] })).toMatchObject({ affected: 1 });
    expect([await rolesOf(id, lea), await rolesOf(id, mona)]).toEqual([[], ["LEARNER"]]);
    const events = await test.app.db.read.findBy(AuditEventRow, { subjectId: lea.id });
    expect(events.map(({ details }) => details.fields)).toEqual([[`not COACH in ${id}`], [`not LEARNER in ${id}`]]);
    expect(codes(await leave(id, { userIds: [mona.id], roles: [] }))).toEqual(["REQUIRED roles"]);
    expect(codes(await leave(id, { userIds: [] }))).toEqual(["REQUIRED userIds"]);
    expect(codes(await leave(id, { userIds: Array.from({ length: 1_001 }, newId) }))).toEqual(["OUT_OF_RANGE userIds"]);
  });

  it("ends the places of who is out of the group in its program sessions, and in no others'", async () => {
    const [here, there] = [await aGroup(), await aGroup()];
    const [gone, stays, coach] = (await some(3)) as [User, User, User];
    for (const group of [here, there]) await inGroup(test.app, group, [gone, stays], ["LEARNER", "COACH"]);
    await inGroup(test.app, here, [coach], ["COACH"]);
    const day = { startsOn: "2027-03-01", endsOn: "2027-03-31" };
    const session = { ...day, workspaceId, name: "Spring", nameKey: "spring", createdAt: test.clock.now() };
    const sessions = [here, here, there].map(({ id: groupId }) => ({ ...session, id: newId(), groupId }));
    const place = { workspaceId, email: null, emailKey: null, addedById: founderRow.id, createdAt: test.clock.now() };
    await test.app.db.tx(async (tx) => {
      await bulkInsert(tx, ProgramSession, sessions);
      await bulkInsert(
        tx,
        ProgramSessionMember,
        sessions.flatMap(({ id: programSessionId }) => [
          { ...place, id: newId(), programSessionId, part: "INSTRUCTOR", userId: gone.id },
          ...[gone, stays].map((user) => ({
            ...place,
            id: newId(),
            programSessionId,
            part: "PARTICIPANT" as const,
            userId: user.id,
          })),
          { ...place, id: newId(), programSessionId, part: "INSTRUCTOR", userId: coach.id },
        ]),
      );
    });
    const places = async ({ id: userId }: User) =>
      (await test.app.db.read.findBy(ProgramSessionMember, { userId }))
        .map(({ part, programSessionId }) => `${part} ${sessions.findIndex(({ id }) => id === programSessionId)}`)
        .sort();
    const before = await places(stays);
    await leave(here.id, { userIds: [stays.id], roles: ["LEARNER"] });
    await leave(here.id, { userIds: ids([gone, coach]) });
    expect(await places(gone)).toEqual(["INSTRUCTOR 0", "INSTRUCTOR 1", "INSTRUCTOR 2", "PARTICIPANT 2"]);
    expect(await places(stays)).toEqual(before);
    const removeGroups = [{ group: here.name, role: "coach" }];
    expect(codes(await founder.change("updateUser", { userId: stays.id, removeGroups }))).toEqual([]);
    expect(await places(stays)).toEqual(["PARTICIPANT 2"]);
    expect(await places(coach)).toEqual(["INSTRUCTOR 0", "INSTRUCTOR 1", "INSTRUCTOR 2"]);
  });

  it("is done by the group's administrators too, to each other, but not to the founder (F53)", async () => {
    const group = await aGroup();
    const { user, browser } = await aSignedInUser(test, { email: "leader@x.org" });
    const [other, learner] = (await some(2)) as [User, User];
    await inGroup(test.app, group, [user, other, founderRow], ["ADMINISTRATOR"]);
    await inGroup(test.app, group, [learner], ["LEARNER"]);
    const payload = await leave(group.id, { userIds: ids([learner, founderRow, other]) }, browser);
    expect([payload.affected, codes(payload)]).toEqual([2, ["NOT_THE_FOUNDER userIds 1"]]);
    expect(await rolesOf(group.id, founderRow)).toEqual(["ADMINISTRATOR"]);
    expect(codes(await leave(group.id, { userIds: [founderRow.id], roles: ["COACH"] }, browser))).toEqual([]);
    expect(await leave(group.id, { userIds: [founderRow.id] })).toEqual({ affected: 1, userErrors: [] });
    const { browser: helper } = await aSignedInUser(test, {
      email: "helper@x.org",
      permissions: ["USER_REGISTRATION"],
    });
    await expect(leave(group.id, { userIds: [user.id] }, helper)).rejects.toThrow("FORBIDDEN");
  });

  it("takes as many statements for hundreds as for one", async () => {
    const group = await aGroup();
    const users = await some(300);
    await inGroup(test.app, group, users, ["LEARNER", "COACH"]);
    const tables = /(users|group_members|audit_events|program_session_members).? /;
    const asked = async (some: readonly User[]) =>
      (await statementsOf(test.app, tables, () => leave(group.id, { userIds: ids(some) }))).length;
    const one = await asked(users.slice(0, 1));
    expect(await asked(users.slice(1))).toBe(one);
    expect(await test.app.db.read.countBy(GroupMember, { groupId: group.id })).toBe(0);
  });
});

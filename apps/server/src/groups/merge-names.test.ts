import { In } from "typeorm";
import { AuditEventRow } from "../audit/audit-event.entity.js";
import { bulkInsert } from "../db/bulk-insert.js";
import { newId } from "../db/ids.js";
import { InvitationGroup } from "../invitations/invitation-group.entity.js";
import { ProgramSession } from "../program-sessions/program-session.entity.js";
import { Task } from "../tasks/task.entity.js";
import { makeTaskWorker } from "../tasks/task-worker.js";
import { aSignedInUser } from "../testing/a-signed-in-user.js";
import { anInvitationLink } from "../testing/an-invitation-link.js";
import { anotherWorkspace } from "../testing/another-workspace.js";
import { aFounder, Browser } from "../testing/browser.js";
import { aName, inGroup } from "../testing/names.js";
import { someUsers } from "../testing/some-users.js";
import { aRunningApp } from "../testing/start-app.js";
import { until } from "../testing/until.js";
import { User } from "../users/user.entity.js";
import { Company } from "./company.entity.js";
import type { NamedKind } from "./find-or-create-names.js";
import { GroupMember } from "./group-member.entity.js";
import { MergedName } from "./merged-name.entity.js";
import { moveTaskKind } from "./move-task.js";
import { columnOf, inputOf, type PersonalKind, tableOf } from "./name-kinds.js";
import { Team } from "./team.entity.js";

const personal: PersonalKind[] = ["company", "team", "label"];
const kinds: NamedKind[] = [...personal, "group"];
const plurals = { company: "Companies", group: "Groups", team: "Teams", label: "Labels" } as const;
const codes = (payload: { userErrors: { code: string; path: string[] }[] }) =>
  payload.userErrors.map(({ code, path }) => [code, ...path].join(" "));

describe("merging and deleting companies, groups, teams and labels (F51)", () => {
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

  const merge = (kind: NamedKind, ids: readonly string[], into: string, browser = founder) =>
    browser.change(
      `merge${plurals[kind]}`,
      { [inputOf[kind].ids]: ids, [inputOf[kind].into]: into },
      "affected task { id status total }",
    );
  const remove = (kind: NamedKind, ids: readonly string[], browser = founder) =>
    browser.change(`delete${plurals[kind]}`, { [inputOf[kind].ids]: ids }, "affected task { id status total }");
  const named = (kind: NamedKind, name: string, more: { leaderEmailKey?: string } = {}) =>
    aName(test.app, kind, { workspaceId, name: `${name} ${++names}`, ...more });
  const some = (count: number, given: Partial<User> = {}) => someUsers(test.app, count, { workspaceId, ...given });
  const exists = (kind: NamedKind, id: string) => test.app.db.read.existsBy(tableOf[kind], { id } as never);
  const ended = (id: string) =>
    until(
      () => test.app.db.read.findOneByOrFail(Task, { id }),
      ({ state }) => state !== "RUNNING",
    );
  const rolesOf = async (users: readonly User[]) => {
    const rows = await test.app.db.read.findBy(GroupMember, { userId: In(users.map(({ id }) => id)) });
    return users.map(({ id }) =>
      rows.flatMap(({ userId, groupId, role }) => (userId === id ? [`${role} ${groupId}`] : [])).sort(),
    );
  };

  it.each(personal)("moves the people, however many were merged before, and is recorded: %s", async (kind) => {
    const { property } = columnOf[kind];
    const [a, b, c, other] = await Promise.all(["A", "B", "C", "Other"].map((name) => named(kind, name)));
    if (!a || !b || !c || !other) throw new Error("not made");
    const [x, y, z, w] = (await Promise.all(
      [a, b, c, other].map(async ({ id }) => (await some(1, { [property]: id }))[0]),
    )) as User[];
    expect(await merge(kind, [a.id], b.id)).toEqual({ affected: 1, task: null, userErrors: [] });
    expect(await merge(kind, [b.id.toUpperCase(), b.id], c.id)).toEqual({ affected: 2, task: null, userErrors: [] });
    const held = async (user?: User) => (await test.app.db.read.findOneByOrFail(User, { id: user?.id }))[property];
    expect(await Promise.all([x, y, z, w].map(held))).toEqual([c.id, c.id, c.id, other.id]);
    expect([await exists(kind, a.id), await exists(kind, b.id), await exists(kind, c.id)]).toEqual([
      false,
      false,
      true,
    ]);
    const former = await test.app.db.read.findBy(MergedName, { intoId: c.id });
    expect(former.map(({ id }) => id).sort()).toEqual([a.id, b.id].sort());
    const [event] = await test.app.db.read.findBy(AuditEventRow, { subjectId: c.id });
    expect(event).toMatchObject({ type: "names_merged", actorId: founderRow.id, details: { kind, ids: [b.id] } });
  });

  it("reads what an open invitation still holds, and gives it to the person who accepts (F51)", async () => {
    const [company, team, label] = await Promise.all(personal.map((kind) => named(kind, "Old")));
    const [intoCompany, intoTeam] = [await named("company", "New"), await named("team", "New")];
    if (!company || !team || !label) throw new Error("not made");
    const invited = (email: string) =>
      anInvitationLink(test.app, {
        workspaceId,
        email,
        inviterId: founderRow.id,
        companyId: company.id,
        teamId: team.id,
        labelId: label.id,
      });
    const [lea, mona] = [await invited("lea@x.org"), await invited("mona@x.org")];
    const late = await some(2, { companyId: company.id, teamId: team.id });
    await merge("company", [company.id], intoCompany.id);
    await merge("team", [team.id], intoTeam.id);
    await remove("label", [label.id]);
    // as an import would that had looked the name up before
    await test.app.db.tx((tx) =>
      tx.update(User, { id: In(late.map(({ id }) => id)) }, { companyId: company.id, labelId: label.id }),
    );
    const fields = "company { id name } team { id } label { id }";
    const expected = {
      company: { id: intoCompany.id, name: intoCompany.name },
      team: { id: intoTeam.id },
      label: null,
    };
    const listed = await founder.ask(`{ invitations(filter: { statuses: [PENDING] }) { nodes { ${fields} } } }`);
    expect(listed.data.invitations.nodes).toEqual([expected, expected]);
    const read = await founder.ask(`query ($id: ID!) { user(id: $id) { ${fields} } }`, { id: late[0]?.id });
    expect(read.data.user).toEqual(expected);

    const accept = async (token: string, username: string) => {
      const form = { firstName: "Lea", lastName: "Maes", username, password: "quiet orange harbour" };
      const joined = await new Browser(test).change("acceptInvitation", { token, ...form }, "viewer { user { id } }");
      return test.app.db.read.findOneByOrFail(User, { id: joined.viewer.user.id });
    };
    const present = { companyId: intoCompany.id, teamId: intoTeam.id, labelId: null };
    expect(await accept(lea.token, "lea")).toMatchObject(present);
    const latest = await named("company", "Latest");
    await merge("company", [intoCompany.id], latest.id);
    expect(await accept(mona.token, "mona")).toMatchObject({ ...present, companyId: latest.id });
    await remove("company", [latest.id]);
    expect(await test.app.db.read.countBy(MergedName, { intoId: latest.id })).toBe(0);
  });

  it("keeps the leader of the team that stays; without one it gets the first of the others (F36)", async () => {
    const [led, none, first, second] = await Promise.all([
      named("team", "Led", { leaderEmailKey: "a@x.org" }),
      named("team", "None"),
      named("team", "First", { leaderEmailKey: "b@x.org" }),
      named("team", "Second", { leaderEmailKey: "c@x.org" }),
    ]);
    const leader = async (id: string) => (await test.app.db.read.findOneByOrFail(Team, { id })).leaderEmailKey;
    const bare = await named("team", "Bare");
    await merge("team", [bare.id, second.id, first.id], none.id);
    expect(await leader(none.id)).toBe("c@x.org");
    await merge("team", [none.id], led.id);
    expect(await leader(led.id)).toBe("a@x.org");
  });

  it("moves roles, promises and program sessions of groups, each role once", async () => {
    const [a, b, into] = await Promise.all(["A", "B", "Into"].map((name) => named("group", name)));
    if (!a || !b || !into) throw new Error("not made");
    const [x, y] = (await some(2)) as [User, User];
    await inGroup(test.app, a, [x, y], ["LEARNER"]);
    await inGroup(test.app, b, [x], ["LEARNER", "COACH"]);
    await inGroup(test.app, into, [y, founderRow], ["LEARNER", "ADMINISTRATOR"]);
    const { invitation } = await anInvitationLink(test.app, {
      workspaceId,
      email: "g@x.org",
      inviterId: founderRow.id,
    });
    const promise = { workspaceId, invitationId: invitation.id, role: "LEARNER" as const };
    const session = aSession(a.id);
    await test.app.db.tx(async (tx) => {
      await bulkInsert(tx, InvitationGroup, [
        { ...promise, groupId: a.id },
        { ...promise, groupId: into.id },
      ]);
      await bulkInsert(tx, ProgramSession, [session]);
    });
    expect(await merge("group", [a.id, b.id], into.id)).toEqual({ affected: 2, task: null, userErrors: [] });
    expect(await rolesOf([x, y, founderRow])).toEqual([
      [`COACH ${into.id}`, `LEARNER ${into.id}`],
      [`ADMINISTRATOR ${into.id}`, `LEARNER ${into.id}`],
      [`ADMINISTRATOR ${into.id}`, `LEARNER ${into.id}`],
    ]);
    const promises = await test.app.db.read.findBy(InvitationGroup, { invitationId: invitation.id });
    expect(promises).toEqual([{ ...promise, groupId: into.id }]);
    expect(await test.app.db.read.findOneByOrFail(ProgramSession, { id: session.id })).toMatchObject({
      groupId: into.id,
    });
    expect([await exists("group", a.id), await exists("group", b.id)]).toEqual([false, false]);
  });

  const aSession = (groupId: string): ProgramSession => ({
    id: newId(),
    workspaceId,
    groupId,
    name: "Spring",
    nameKey: "spring",
    startsOn: "2027-03-01",
    endsOn: "2027-03-31",
    createdAt: test.clock.now(),
  });

  it.each(kinds)("goes on in the background when they are many, the founder among them: %s (F46)", async (kind) => {
    const [from, into] = [await named(kind, "Many"), await named(kind, "All")];
    const many = await some(1_203);
    const theirs = In(many.map(({ id }) => id));
    if (kind === "group") await inGroup(test.app, from, many, ["LEARNER", "COACH"]);
    else {
      const { property } = columnOf[kind];
      await test.app.db.tx((tx) =>
        tx.update(User, { id: In([...many.slice(1), founderRow].map(({ id }) => id)) }, { [property]: from.id }),
      );
    }
    const payload = await merge(kind, [from.id], into.id);
    expect(payload).toMatchObject({ affected: 0, task: { status: "RUNNING", total: 1_203 }, userErrors: [] });
    expect(await ended(payload.task.id)).toMatchObject({ state: "DONE", done: 1_203, refused: 0 });
    expect([await exists(kind, from.id), await exists(kind, into.id)]).toEqual([false, true]);
    if (kind === "group") {
      expect(await test.app.db.read.countBy(GroupMember, { groupId: into.id, userId: theirs })).toBe(2_406);
      expect(await test.app.db.read.countBy(GroupMember, { groupId: from.id })).toBe(0);
      return;
    }
    expect(await test.app.db.read.countBy(User, { [columnOf[kind].property]: into.id })).toBe(1_203);
    expect(await test.app.db.read.countBy(User, { [columnOf[kind].property]: from.id })).toBe(0);
    expect(await test.app.db.read.findOneBy(MergedName, { id: from.id })).toMatchObject({ intoId: into.id });
  });

  /** A task that no worker has looked at yet, for an own one to work on. */
  async function begun(createdById: string, options: object): Promise<Task> {
    const now = test.clock.now();
    const nothing = { cursor: null, attempts: 0, done: 0, refused: 0, finishedAt: null };
    const lease = { leaseOwner: newId(), leaseUntil: new Date(now.getTime() + 1) };
    const task: Task = {
      ...nothing,
      ...lease,
      id: newId(),
      workspaceId,
      createdById,
      kind: moveTaskKind.name,
      selection: {},
      options,
      state: "RUNNING",
      total: 1_100,
      createdAt: now,
    };
    await test.app.db.tx((tx) => bulkInsert(tx, Task, [task]));
    return task;
  }
  const companyOf = async (users: readonly User[], id: string) =>
    test.app.db.read.countBy(User, { companyId: id, id: In(users.map((user) => user.id)) });

  it("goes on where a process died, and stops when the right is taken: nobody is lost (F53)", async () => {
    const { user } = await aSignedInUser(test, { email: "merger@x.org", userType: "ADMINISTRATOR" });
    const [from, into] = [await named("company", "From"), await named("company", "Into")];
    const many = await some(1_100, { companyId: from.id });
    const task = await begun(user.id, { kind: "company", ids: [from.id], into: into.id });
    // the second step dies before its commit
    let steps = 0;
    const dying = {
      ...moveTaskKind,
      apply: async (...step: Parameters<typeof moveTaskKind.apply>) => {
        const result = await moveTaskKind.apply(...step);
        if (++steps === 2) throw new Error("power cut");
        return result;
      },
    };
    const signal = new AbortController().signal;
    test.clock.forward(2);
    await expect(makeTaskWorker(test.app, [dying]).work(signal)).rejects.toThrow("power cut");
    expect([await companyOf(many, into.id), await companyOf(many, from.id)]).toEqual([500, 600]);
    expect(await exists("company", from.id)).toBe(true);

    await test.app.db.tx((tx) => tx.update(User, { id: user.id }, { userType: "MEMBER" }));
    test.clock.forward(30_001);
    expect(await makeTaskWorker(test.app, [moveTaskKind]).work(signal)).toBe(true);
    expect(await ended(task.id)).toMatchObject({ state: "FAILED", done: 500 });
    expect([await companyOf(many, from.id), await exists("company", from.id)]).toEqual([600, true]);
    // what was left can be merged again
    const again = await merge("company", [from.id], into.id);
    expect(await ended(again.task.id)).toMatchObject({ state: "DONE", done: 600 });
    expect([await companyOf(many, into.id), await exists("company", from.id)]).toEqual([1_100, false]);
  });

  it("moves nobody into what was deleted meanwhile, and of two that cross each other one is done", async () => {
    const [a, b] = [await named("company", "A"), await named("company", "B")];
    const users = await some(2, { companyId: a.id });
    const tasks = [
      await begun(founderRow.id, { kind: "company", ids: [a.id], into: b.id }),
      await begun(founderRow.id, { kind: "company", ids: [b.id], into: a.id }),
    ];
    test.clock.forward(2);
    const worker = makeTaskWorker(test.app, [moveTaskKind]);
    while (await worker.work(new AbortController().signal));
    const states = await Promise.all(tasks.map(async ({ id }) => (await ended(id)).state));
    expect(states.sort()).toEqual(["DONE", "FAILED"]);
    const [left] = await test.app.db.read.findBy(Company, { id: In([a.id, b.id]) });
    expect(await companyOf(users, left?.id as string)).toBe(2);
  });

  it.each(kinds)("leaves alone what people are still being moved out of or into: %s", async (kind) => {
    const [from, into, other] = [await named(kind, "From"), await named(kind, "Into"), await named(kind, "Other")];
    const running: Task = {
      ...{
        id: newId(),
        workspaceId,
        createdById: founderRow.id,
        kind: moveTaskKind.name,
        selection: {},
        state: "RUNNING",
      },
      options: { kind, ids: [from.id], into: into.id },
      ...{ total: 1, done: 0, refused: 0, cursor: null, attempts: 0, createdAt: test.clock.now(), finishedAt: null },
      // another process works on it
      leaseUntil: new Date(test.clock.now().getTime() + 60_000),
      leaseOwner: newId(),
    };
    await test.app.db.tx((tx) => bulkInsert(tx, Task, [running]));
    const refused = [`MOVE_UNDER_WAY ${inputOf[kind].ids}`];
    expect(codes(await remove(kind, [into.id]))).toEqual(refused);
    expect(codes(await remove(kind, [other.id, from.id]))).toEqual(refused);
    expect(codes(await merge(kind, [into.id], other.id))).toEqual(refused);
    expect(codes(await merge(kind, [other.id], into.id))).toEqual(refused);
    for (const { id } of [from, into, other]) expect(await exists(kind, id)).toBe(true);
    await test.app.db.tx((tx) => tx.update(Task, { id: running.id }, { state: "DONE" }));
    expect(codes(await merge(kind, [into.id], other.id))).toEqual([]);
  });

  it.each(kinds)("refuses what cannot be meant, and what is not here: %s", async (kind) => {
    const [a, b] = [await named(kind, "A"), await named(kind, "B")];
    const { ids, into } = inputOf[kind];
    expect(codes(await merge(kind, [], b.id))).toEqual([`REQUIRED ${ids}`]);
    expect(codes(await remove(kind, []))).toEqual([`REQUIRED ${ids}`]);
    const tooMany = Array.from({ length: 101 }, newId);
    expect(codes(await merge(kind, tooMany, b.id))).toEqual([`OUT_OF_RANGE ${ids}`]);
    expect(codes(await remove(kind, tooMany))).toEqual([`OUT_OF_RANGE ${ids}`]);
    expect(codes(await merge(kind, [a.id, b.id], b.id.toUpperCase()))).toEqual([`NOT_COMBINABLE ${into}`]);
    const foreign = await (await anotherWorkspace(test.app)).copy(tableOf[kind], a);
    for (const id of [foreign, newId(), "x"]) {
      await expect(merge(kind, [a.id, id], b.id)).rejects.toThrow("NOT_FOUND");
      await expect(merge(kind, [a.id], id)).rejects.toThrow("NOT_FOUND");
      await expect(remove(kind, [a.id, id])).rejects.toThrow("NOT_FOUND");
    }
    const { user, browser } = await aSignedInUser(test, {
      email: `no-${kind}@x.org`,
      permissions: ["USER_REGISTRATION"],
    });
    if (kind === "group") await inGroup(test.app, a, [user], ["ADMINISTRATOR"]);
    await expect(merge(kind, [a.id], b.id, browser)).rejects.toThrow("FORBIDDEN");
    await expect(remove(kind, [a.id], browser)).rejects.toThrow("FORBIDDEN");
    expect([await exists(kind, a.id), await exists(kind, b.id), await exists(kind, foreign)]).toEqual([
      true,
      true,
      true,
    ]);
  });
});

import { bulkInsert } from "../db/bulk-insert.js";
import { newId } from "../db/ids.js";
import { sortKey } from "../db/sort-key.js";
import type { Group } from "../groups/group.entity.js";
import { aGroup } from "../testing/a-group.js";
import { aProgramSession } from "../testing/a-program-session.js";
import { aSignedInUser } from "../testing/a-signed-in-user.js";
import { aFounder, type Browser } from "../testing/browser.js";
import { refusalOf } from "../testing/refusal-of.js";
import { aRunningApp } from "../testing/start-app.js";
import type { User } from "../users/user.entity.js";
import { ProgramSession } from "./program-session.entity.js";

const fields = "programSession { id name startsOn endsOn group { name } }";

describe("program sessions of a group (F51)", () => {
  const test = aRunningApp();
  let founder: Browser;
  let group: Group;
  let other: Group;
  /** Runs the group, and no other. */
  let runner: { user: User; browser: Browser };
  let coach: { user: User; browser: Browser };

  beforeAll(async () => {
    founder = await aFounder(test);
    runner = await aSignedInUser(test, { email: "runner@x.org" });
    coach = await aSignedInUser(test, { email: "coach@x.org" });
    group = await aGroup(test, "Pilots", { ADMINISTRATOR: [runner.user], COACH: [coach.user] });
    other = await aGroup(test, "Sailors", { ADMINISTRATOR: [coach.user] });
  });

  const create = (input: Record<string, unknown>, by = founder) =>
    by.change(
      "createProgramSession",
      { groupId: group.id, name: "Night flight", startsOn: "2027-03-01", ...input },
      fields,
    );
  const update = (input: Record<string, unknown>, by = founder) => by.change("updateProgramSession", input, fields);

  it("are planned with a name and days, however these are written", async () => {
    const { programSession } = await create({ name: "  Night   flight ", startsOn: "01/03/2027", endsOn: "5.3.2027" });
    expect(programSession).toMatchObject({
      name: "Night flight",
      startsOn: "2027-03-01",
      endsOn: "2027-03-05",
      group: { name: "Pilots" },
    });
    // a day, and one that is over
    const single = await create({ startsOn: "2020-02-29" }, runner.browser);
    expect(single.programSession).toMatchObject({ startsOn: "2020-02-29", endsOn: "2020-02-29" });
  });

  it.each([
    [{ name: " " }, "REQUIRED", "name"],
    [{ name: "x".repeat(101) }, "TOO_LONG", "name"],
    [{ startsOn: "" }, "REQUIRED", "startsOn"],
    [{ startsOn: "30/02/2027" }, "DATE_MALFORMED", "startsOn"],
    [{ endsOn: "soon" }, "DATE_MALFORMED", "endsOn"],
    [{ endsOn: "2027-02-28" }, "DATES_REVERSED", "endsOn"],
  ])("are refused with %j as %s", async (input, code, field) => {
    expect(await create(input)).toMatchObject({ programSession: null, userErrors: [{ code, path: [field] }] });
  });

  it("are changed: what is absent stays, and the last day moves along with the first", async () => {
    const { id: programSessionId } = await aProgramSession(test, group, {
      startsOn: "2027-02-27",
      endsOn: "2027-03-02",
    });
    const change = async (input: Record<string, unknown>) =>
      (await update({ programSessionId, ...input }, runner.browser)).programSession;
    expect(await change({ name: "Simulator" })).toMatchObject({ name: "Simulator", endsOn: "2027-03-02" });
    expect(await change({ startsOn: "2028-02-27" })).toMatchObject({ startsOn: "2028-02-27", endsOn: "2028-03-01" });
    expect(await change({ endsOn: "2028-04-01" })).toMatchObject({ startsOn: "2028-02-27", endsOn: "2028-04-01" });
    expect(await change({ endsOn: null })).toMatchObject({ startsOn: "2028-02-27", endsOn: "2028-02-27" });
    const reversed = await update({ programSessionId, endsOn: "2028-02-26" });
    expect(reversed).toMatchObject({
      programSession: null,
      userErrors: [{ code: "DATES_REVERSED", path: ["endsOn"] }],
    });
    expect(await update({ programSessionId, name: null })).toMatchObject({ userErrors: [{ code: "REQUIRED" }] });
    expect(await change({ startsOn: "9999-12-30", endsOn: "9999-12-31" })).toMatchObject({ endsOn: "9999-12-31" });
    expect(await change({ startsOn: "9999-12-31" })).toMatchObject({ endsOn: "9999-12-31" });
  });

  it("are made and changed by those who run the group, and hidden from all others", async () => {
    const member = (await aSignedInUser(test, { email: "member@x.org" })).browser;
    const register = await aSignedInUser(test, { email: "reg@x.org", permissions: ["USER_REGISTRATION"] });
    const identify = await aSignedInUser(test, { email: "id@x.org", permissions: ["MANAGE_USERS"] });
    expect(await refusalOf(create({ groupId: other.id }, runner.browser))).toBe("NOT_FOUND");
    expect(await refusalOf(create({ groupId: newId() }))).toBe("NOT_FOUND");
    expect(await refusalOf(create({}, register.browser))).toBe("FORBIDDEN");
    expect(await refusalOf(create({}, member))).toBe("FORBIDDEN");
    const { id: programSessionId } = await aProgramSession(test, other, { INSTRUCTOR: [runner.user] });
    const named = { programSessionId, name: "Mine" };
    // who adds people to the whole workspace sees no program sessions; an instructor who is neither coach nor administrator sees none either
    for (const by of [runner.browser, member, register.browser]) {
      expect(await refusalOf(update(named, by))).toBe("NOT_FOUND");
      const answer = await by.ask("query ($id: ID!) { programSession(id: $id) { name } }", { id: programSessionId });
      expect(answer.errors?.[0]?.extensions.code).toBe("NOT_FOUND");
    }
    expect(await refusalOf(update(named, identify.browser))).toBe("FORBIDDEN");
    expect((await update(named, coach.browser)).programSession.name).toBe("Mine");
  });

  it("say what the viewer may do with them, and count their people", async () => {
    const rows = Array.from({ length: 3 }, (_, i) => `awaited${i}@x.org`);
    const session = await aProgramSession(test, group, {
      INSTRUCTOR: [coach.user],
      PARTICIPANT: [runner.user, ...rows],
    });
    const ask = async (by: Browser) =>
      (
        await by.ask(
          `query ($id: ID!) { programSession(id: $id) { can { manage invite }
            instructors { count isExact } participants { count isExact } } }`,
          { id: session.id },
        )
      ).data.programSession;
    const counts = { instructors: { count: 1, isExact: true }, participants: { count: 4, isExact: true } };
    expect(await ask(founder)).toEqual({ can: { manage: true, invite: true }, ...counts });
    expect(await ask(runner.browser)).toEqual({ can: { manage: true, invite: true }, ...counts });
    expect(await ask(coach.browser)).toEqual({ can: { manage: false, invite: true }, ...counts });
  });
});

describe("the list of program sessions (F51, F53)", () => {
  const test = aRunningApp();
  let founder: Browser;
  let runner: { user: User; browser: Browser };
  let coach: { user: User; browser: Browser };
  const groups: Group[] = [];

  /** Eight sessions in four groups; the runner runs two of these, the coach instructs in one that they coach and one that they do not. */
  beforeAll(async () => {
    founder = await aFounder(test);
    runner = await aSignedInUser(test, { email: "runner@x.org" });
    coach = await aSignedInUser(test, { email: "coach@x.org" });
    groups.push(await aGroup(test, "A", { ADMINISTRATOR: [runner.user], COACH: [coach.user] }));
    groups.push(await aGroup(test, "B", { ADMINISTRATOR: [runner.user] }));
    groups.push(await aGroup(test, "C", { LEARNER: [runner.user], COACH: [coach.user] }));
    groups.push(await aGroup(test, "D", { COACH: [runner.user] }));
    const sessions: [number, string, string, Partial<Record<"INSTRUCTOR" | "PARTICIPANT", User[]>>?][] = [
      [0, "Écluse", "2026-01-05", { INSTRUCTOR: [coach.user] }],
      [0, "Ecology", "2026-03-05", { PARTICIPANT: [coach.user] }],
      [1, "Zoology", "2026-02-05", { INSTRUCTOR: [coach.user] }],
      [1, "Ecology", "2026-03-05"],
      [2, "Eclipse", "2026-04-05", { INSTRUCTOR: [coach.user, runner.user] }],
      [2, "Botany", "2026-05-05"],
      [3, "Ecology", "2025-05-05", { INSTRUCTOR: [runner.user] }],
      [3, "Astronomy", "2026-06-05", { PARTICIPANT: [runner.user] }],
    ];
    for (const [at, name, startsOn, people] of sessions) {
      await aProgramSession(test, groups[at] as Group, { name, startsOn, ...people });
    }
  });

  const ask = async (by: Browser, variables: Record<string, unknown> = {}) =>
    by.ask(
      `query ($first: Int! = 25, $after: String, $search: String, $groupId: ID) {
        programSessions(first: $first, after: $after, search: $search, groupId: $groupId) {
          totalCount nodes { name startsOn group { name } } pageInfo { hasNextPage endCursor } } }`,
      variables,
    );

  /** Everything of the list in the words of the table below, page by page. */
  async function all(by: Browser, variables: Record<string, unknown> = {}): Promise<string[]> {
    const found: string[] = [];
    for (let after: string | null = null; ; ) {
      const { data, errors } = await ask(by, { first: 2, after, ...variables });
      if (errors) throw new Error(errors[0]?.extensions.code);
      const { nodes, pageInfo, totalCount } = data.programSessions;
      found.push(...nodes.map((node: { name: string; group: { name: string } }) => `${node.name} ${node.group.name}`));
      if (!pageInfo.hasNextPage) {
        expect(totalCount).toBe(found.length);
        return found;
      }
      after = pageInfo.endCursor;
    }
  }

  it("is of all sessions, the latest first, for those who see users", async () => {
    const identify = await aSignedInUser(test, { email: "id@x.org", permissions: ["MANAGE_USERS"] });
    for (const by of [founder, identify.browser]) {
      expect(await all(by)).toEqual([
        "Astronomy D",
        "Botany C",
        "Eclipse C",
        "Ecology B",
        "Ecology A",
        "Zoology B",
        "Écluse A",
        "Ecology D",
      ]);
    }
  });

  it("is of the groups that one runs and of what one instructs in groups that one coaches, and of no other", async () => {
    expect(await all(runner.browser)).toEqual(["Ecology B", "Ecology A", "Zoology B", "Écluse A", "Ecology D"]);
    expect(await all(coach.browser)).toEqual(["Eclipse C", "Écluse A"]);
  });

  it("is searched by the beginning of a name, whatever the case and accents, and is then by name", async () => {
    expect(await all(founder, { search: "ecl" })).toEqual(["Eclipse C", "Écluse A"]);
    expect(await all(founder, { search: "ECO" })).toEqual(["Ecology A", "Ecology B", "Ecology D"]);
    expect(await all(runner.browser, { search: "ec" })).toEqual(["Écluse A", "Ecology A", "Ecology B", "Ecology D"]);
    expect(await all(coach.browser, { search: "e" })).toEqual(["Eclipse C", "Écluse A"]);
    expect(await all(founder, { search: "%" })).toEqual([]);
    expect(await all(founder, { search: "\u0301" })).toEqual([]);
  });

  it("is narrowed to a group, and tells nothing of one that is hidden", async () => {
    const [a, b, c, d] = groups.map(({ id }) => id);
    expect(await all(founder, { groupId: a })).toEqual(["Ecology A", "Écluse A"]);
    expect(await all(founder, { groupId: b, search: "eco" })).toEqual(["Ecology B"]);
    expect(await all(runner.browser, { groupId: a })).toEqual(["Ecology A", "Écluse A"]);
    expect(await all(runner.browser, { groupId: d })).toEqual(["Ecology D"]);
    expect(await all(coach.browser, { groupId: a, search: "e" })).toEqual(["Écluse A"]);
    await expect(all(runner.browser, { groupId: c })).rejects.toThrow("NOT_FOUND");
    await expect(all(coach.browser, { groupId: b })).rejects.toThrow("NOT_FOUND");
    await expect(all(founder, { groupId: newId() })).rejects.toThrow("NOT_FOUND");
    await expect(all(founder, { groupId: "nothing" })).rejects.toThrow("NOT_FOUND");
  });

  it("is nobody else's, and a cursor belongs to its list", async () => {
    const register = await aSignedInUser(test, { email: "reg@x.org", permissions: ["USER_REGISTRATION"] });
    await expect(all(register.browser)).rejects.toThrow("FORBIDDEN");
    const { endCursor: after } = (await ask(founder, { first: 1 })).data.programSessions.pageInfo;
    await expect(all(founder, { after, search: "e", first: 25 })).rejects.toThrow("BAD_USER_INPUT");
    await expect(all(founder, { after, groupId: groups[0]?.id })).rejects.toThrow("BAD_USER_INPUT");
    await expect(all(runner.browser, { after })).rejects.toThrow("BAD_USER_INPUT");
  });

  it("holds no session of another workspace", async () => {
    const workspaceId = newId();
    const { id: groupId } = groups[0] as Group;
    const stranger = { id: newId(), workspaceId, groupId, name: "Ecology", nameKey: sortKey("Ecology") };
    const dates = { startsOn: "2026-03-05", endsOn: "2026-03-05", createdAt: test.clock.now() };
    await test.app.db.tx((tx) => bulkInsert(tx, ProgramSession, [{ ...stranger, ...dates }]));
    expect(await all(founder)).toHaveLength(8);
    expect(await all(founder, { groupId })).toHaveLength(2);
    expect(await all(founder, { search: "ecology" })).toHaveLength(3);
    expect(await all(runner.browser)).toHaveLength(5);
  });
});

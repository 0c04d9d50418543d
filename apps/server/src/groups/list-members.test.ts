import { newId } from "../db/ids.js";
import { aSignedInUser } from "../testing/a-signed-in-user.js";
import { aFounder, type Browser } from "../testing/browser.js";
import { aName, inGroup } from "../testing/names.js";
import { someUsers } from "../testing/some-users.js";
import { aRunningApp } from "../testing/start-app.js";
import { statementsOf } from "../testing/statements.js";
import { User } from "../users/user.entity.js";
import type { Group } from "./group.entity.js";

describe("the people of a group (F51, F53)", () => {
  const test = aRunningApp();
  let founder: Browser;
  let workspaceId: string;
  let group: Group;
  let other: Group;
  let leader: { user: User; browser: Browser };
  const named = (firstName: string, lastName: string) => ({ firstName, lastName });

  beforeAll(async () => {
    founder = await aFounder(test);
    ({ workspaceId } = await test.app.db.read.findOneByOrFail(User, { userType: "FOUNDER" }));
    [group, other] = [
      await aName(test.app, "group", { workspaceId, name: "Pilot" }),
      await aName(test.app, "group", { workspaceId, name: "Other" }),
    ];
    const key = (text: string) => text.toLowerCase();
    const someone = async (firstName: string, lastName: string, given: Partial<User> = {}) =>
      (
        await someUsers(test.app, 1, {
          workspaceId,
          firstName,
          lastName,
          firstKey: key(firstName),
          lastKey: key(lastName),
          ...given,
        })
      )[0] as User;
    leader = await aSignedInUser(test, {
      email: "leader@x.org",
      ...named("Lou", "Zed"),
      firstKey: "lou",
      lastKey: "zed",
    });
    const [amy, bo, cy] = [
      await someone("Amy", "Arm", { email: null, emailKey: null, username: "amy" }),
      await someone("Bo", "Best", { status: "DEACTIVATED", lastSignInAt: new Date("2026-11-01T09:00:00Z") }),
      await someone("Cy", "Cole", { email: "cy@x.org", emailKey: "cy@x.org", status: "PENDING" }),
    ];
    await inGroup(test.app, group, [amy, cy], ["LEARNER", "COACH"]);
    await inGroup(test.app, group, [bo], ["LEARNER"]);
    await inGroup(test.app, group, [leader.user], ["COACH", "ADMINISTRATOR"]);
    await inGroup(test.app, other, [bo, cy], ["ADMINISTRATOR"]);
  });

  const members = async (variables: Record<string, unknown> = {}, browser = leader.browser) => {
    const answer = await browser.ask(
      `query ($id: ID!, $first: Int! = 25, $after: String, $search: String, $role: GroupRole) {
        group(id: $id) { members(first: $first, after: $after, search: $search, role: $role) {
          totalCount pageInfo { hasNextPage endCursor }
          nodes { id firstName lastName email username status lastSignInAt roles } } } }`,
      { id: group.id, ...variables },
    );
    if (answer.errors) throw new Error(JSON.stringify(answer.errors));
    return answer.data.group.members;
  };
  const names = async (variables: Record<string, unknown>) => {
    const page = await members(variables);
    expect(page.totalCount).toBe(page.nodes.length);
    return page.nodes.map(({ firstName }: { firstName: string }) => firstName);
  };

  it("are listed by name, each once with all roles in this group", async () => {
    const { nodes } = await members();
    expect(nodes).toMatchObject([
      { ...named("Amy", "Arm"), email: null, username: "amy", status: "ACTIVE", roles: ["COACH", "LEARNER"] },
      { ...named("Bo", "Best"), status: "DEACTIVATED", lastSignInAt: "2026-11-01T09:00:00.000Z", roles: ["LEARNER"] },
      { ...named("Cy", "Cole"), email: "cy@x.org", status: "PENDING", roles: ["COACH", "LEARNER"] },
      { ...named("Lou", "Zed"), id: leader.user.id, roles: ["ADMINISTRATOR", "COACH"] },
    ]);
    const paged: string[] = [];
    for (let after: string | null = null; ; ) {
      const page: Awaited<ReturnType<typeof members>> = await members({ first: 1, after });
      paged.push(...page.nodes.map(({ firstName }: { firstName: string }) => firstName));
      if (!page.pageInfo.hasNextPage) break;
      after = page.pageInfo.endCursor;
    }
    expect(paged).toEqual(["Amy", "Bo", "Cy", "Lou"]);
  });

  it("are searched and told apart by role", async () => {
    expect(await names({ role: "COACH" })).toEqual(["Amy", "Cy", "Lou"]);
    expect(await names({ role: "ADMINISTRATOR" })).toEqual(["Lou"]);
    expect(await names({ role: "LEARNER", search: "b" })).toEqual(["Bo"]);
    expect(await names({ search: "cy@" })).toEqual(["Cy"]);
    expect(await names({ search: "ada" })).toEqual([]);
    const { pageInfo } = await members({ first: 1, role: "COACH" });
    await expect(members({ after: pageInfo.endCursor })).rejects.toThrow("BAD_USER_INPUT");
    await expect(members({ after: pageInfo.endCursor, role: "COACH", id: other.id }, founder)).rejects.toThrow(
      "BAD_USER_INPUT",
    );
  });

  it("are read by as many statements for a hundred as for one", async () => {
    const large = await aName(test.app, "group", { workspaceId, name: "Large" });
    await inGroup(test.app, large, await someUsers(test.app, 120, { workspaceId }), ["LEARNER", "COACH"]);
    const tables = /FROM .(users|group_members)/;
    const asked = async (first: number) =>
      (await statementsOf(test.app, tables, () => members({ id: large.id, first }, founder))).length;
    expect(await asked(100)).toBe(await asked(1));
  });

  it("are not for the administrator of another group, coaches, or those who only add people (F53)", async () => {
    await expect(members({ id: other.id })).rejects.toThrow("NOT_FOUND");
    await expect(members({ id: newId() })).rejects.toThrow("NOT_FOUND");
    const { user, browser: coach } = await aSignedInUser(test, { email: "coach@x.org" });
    await inGroup(test.app, other, [user], ["COACH", "LEARNER"]);
    await expect(members({ id: other.id }, coach)).rejects.toThrow("FORBIDDEN");
    const { browser: helper } = await aSignedInUser(test, {
      email: "helper@x.org",
      permissions: ["USER_REGISTRATION"],
    });
    await expect(members({}, helper)).rejects.toThrow("FORBIDDEN");
    const { browser: manager } = await aSignedInUser(test, { email: "manager@x.org", permissions: ["MANAGE_USERS"] });
    expect((await members({ id: other.id }, manager)).nodes).toHaveLength(3);
  });
});

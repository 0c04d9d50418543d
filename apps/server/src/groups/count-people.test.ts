import { aSignedInUser } from "../testing/a-signed-in-user.js";
import { aFounder, type Browser } from "../testing/browser.js";
import { aName, inGroup } from "../testing/names.js";
import { someUsers } from "../testing/some-users.js";
import { aRunningApp } from "../testing/start-app.js";
import { statementsOf } from "../testing/statements.js";
import { User } from "../users/user.entity.js";
import { columnOf, type PersonalKind } from "./name-kinds.js";

describe("counting people on pages of names (F51)", () => {
  const test = aRunningApp();
  let founder: Browser;
  let workspaceId: string;

  beforeAll(async () => {
    founder = await aFounder(test);
    ({ workspaceId } = await test.app.db.read.findOneByOrFail(User, { userType: "FOUNDER" }));
  });

  const page = async (query: string, browser = founder) => {
    const { data, errors } = await browser.ask(`{ ${query} }`);
    if (errors) throw new Error(JSON.stringify(errors));
    return data;
  };

  it.each<[PersonalKind, string]>([
    ["company", "companies"],
    ["team", "teams"],
    ["label", "labels"],
  ])("counts to 1,000, for those who may see users, by one statement: %s", async (kind, field) => {
    const { property } = columnOf[kind];
    const [many, none, one] = [
      await aName(test.app, kind, { workspaceId, name: "A many" }),
      await aName(test.app, kind, { workspaceId, name: "B none" }),
      await aName(test.app, kind, { workspaceId, name: "C one" }),
    ];
    await someUsers(test.app, 1_001, { workspaceId, [property]: many.id });
    await someUsers(test.app, 1, { workspaceId, [property]: one.id });
    const query = `${field}(first: 100) { nodes { people { count isExact } } }`;
    const counted = async () => (await page(query))[field].nodes.map((node: { people: object }) => node.people);
    expect(await counted()).toEqual([
      { count: 1_000, isExact: false },
      { count: 0, isExact: true },
      { count: 1, isExact: true },
    ]);
    await test.app.db.tx((tx) => tx.update(User, { [property]: one.id }, { [property]: none.id }));
    const asked = await statementsOf(test.app, /COUNT\(\*\)/, async () => {
      expect((await counted())[1]).toEqual({ count: 1, isExact: true });
    });
    expect(asked.length).toBe(1);
    const { browser } = await aSignedInUser(test, { email: `${kind}@x.org`, permissions: ["USER_REGISTRATION"] });
    expect((await page(query, browser))[field].nodes[0].people).toBeNull();
  });

  it("counts a group's roles by one statement, also for the group's own administrator (F53)", async () => {
    const groups = await Promise.all(
      Array.from({ length: 100 }, (_, i) => aName(test.app, "group", { workspaceId, name: `Group ${100 + i}` })),
    );
    const { user, browser } = await aSignedInUser(test, { email: "leader@x.org" });
    const learners = await someUsers(test.app, 1_002, { workspaceId });
    const [first, second] = groups as [(typeof groups)[0], (typeof groups)[0]];
    await inGroup(test.app, first, learners, ["LEARNER"]);
    await inGroup(test.app, first, [...learners.slice(0, 2), user], ["COACH"]);
    await inGroup(test.app, second, [user], ["ADMINISTRATOR"]);
    const roles = "administrators { count isExact } coaches { count isExact } learners { count isExact }";
    const none = { count: 0, isExact: true };
    const asked = await statementsOf(test.app, /COUNT\(\*\)/, async () => {
      const { nodes } = (await page(`groups(first: 100) { nodes { ${roles} } }`)).groups;
      expect(nodes).toHaveLength(100);
      expect(nodes[0]).toEqual({
        administrators: none,
        coaches: { count: 3, isExact: true },
        learners: { count: 1_000, isExact: false },
      });
    });
    expect(asked.length).toBe(1);
    const own = (await page(`groups(first: 100) { nodes { name ${roles} } }`, browser)).groups.nodes;
    expect(own).toEqual([
      { name: second.name, administrators: { count: 1, isExact: true }, coaches: none, learners: none },
    ]);
    const { browser: helper } = await aSignedInUser(test, {
      email: "helper@x.org",
      permissions: ["USER_REGISTRATION"],
    });
    expect((await page(`groups(first: 1) { nodes { ${roles} } }`, helper)).groups.nodes).toEqual([
      { administrators: null, coaches: null, learners: null },
    ]);
  });
});

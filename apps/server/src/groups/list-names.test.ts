import { bulkInsert } from "../db/bulk-insert.js";
import { newId } from "../db/ids.js";
import { sortKey } from "../db/sort-key.js";
import { aFounder, type Browser } from "../testing/browser.js";
import { inGroup } from "../testing/names.js";
import { aUser } from "../testing/rows.js";
import { signedInAs } from "../testing/signed-in-as.js";
import { aRunningApp } from "../testing/start-app.js";
import { User } from "../users/user.entity.js";
import { Company } from "./company.entity.js";
import { Group } from "./group.entity.js";
import { Label } from "./label.entity.js";
import { Team } from "./team.entity.js";

describe("groups, companies, teams and labels (F51)", () => {
  const test = aRunningApp();
  let founder: Browser;
  let workspaceId: string;

  beforeAll(async () => {
    founder = await aFounder(test);
    ({ workspaceId } = await test.app.db.read.findOneByOrFail(User, { userType: "FOUNDER" }));
    const named = (name: string, of = workspaceId) => ({
      id: newId(),
      workspaceId: of,
      name,
      nameKey: sortKey(name),
      createdAt: test.clock.now(),
    });
    const rows = ["Zürich", "École", "eclair", "Åbo", "100% x"].map((name) => named(name));
    rows.push(named("Elsewhere", newId()));
    await test.app.db.tx(async (tx) => {
      await bulkInsert(tx, Group, rows);
      await bulkInsert(tx, Company, rows);
      await bulkInsert(tx, Label, rows);
      await bulkInsert(
        tx,
        Team,
        rows.map((row) => ({ ...row, leaderEmailKey: null })),
      );
    });
  });

  const names = async (field: string, variables: Record<string, unknown> = {}, browser = founder) => {
    const answer = await browser.ask(
      `query ($first: Int! = 25, $after: String, $search: String) { ${field}(first: $first, after: $after, search: $search) {
        totalCount nodes { name } pageInfo { hasNextPage endCursor } } }`,
      variables,
    );
    if (answer.errors) throw new Error(JSON.stringify(answer.errors));
    return answer.data[field];
  };

  it.each(["groups", "companies", "teams", "labels"])(
    "lists %s by name, page by page, within the workspace",
    async (field) => {
      const seen: string[] = [];
      for (let after: string | null = null; ; ) {
        const page: Awaited<ReturnType<typeof names>> = await names(field, { first: 2, after });
        expect(page.totalCount).toBe(5);
        seen.push(...page.nodes.map(({ name }: { name: string }) => name));
        if (!page.pageInfo.hasNextPage) break;
        after = page.pageInfo.endCursor;
      }
      expect(seen).toEqual(["100% x", "Åbo", "eclair", "École", "Zürich"]);
      const found = async (search: string) =>
        (await names(field, { search })).nodes.map(({ name }: { name: string }) => name);
      expect(await found("EC")).toEqual(["eclair", "École"]);
      expect(await found("zü")).toEqual(["Zürich"]);
      expect(await found("%")).toEqual([]);
      expect(await found("\u0301")).toEqual([]);
      expect(await found("else")).toEqual([]);
    },
  );

  it("is for those who may add people or see them, and a cursor belongs to its list", async () => {
    const member = await signedInAs(test, aUser({ workspaceId, email: "member@x.org" }));
    for (const field of ["groups", "companies", "teams", "labels"]) {
      await expect(names(field, {}, member)).rejects.toThrow("FORBIDDEN");
    }
    const { pageInfo } = await names("groups", { first: 1 });
    await expect(names("companies", { after: pageInfo.endCursor })).rejects.toThrow("BAD_USER_INPUT");
  });

  it("shows a group's administrator their own groups and the labels alone, and coaches nothing (F6, F53)", async () => {
    const [coach, leader] = ["coach", "leader"].map((name) => aUser({ workspaceId, email: `${name}@x.org` })) as [
      User,
      User,
    ];
    const groups = await test.app.db.read.findBy(Group, { workspaceId });
    const own = groups.filter(({ name }) => name === "Åbo" || name === "Zürich");
    const [browser, coachBrowser] = [await signedInAs(test, leader), await signedInAs(test, coach)];
    for (const group of own) {
      await inGroup(test.app, group, [leader], ["ADMINISTRATOR"]);
      await inGroup(test.app, group, [coach], ["COACH", "LEARNER"]);
    }
    const page = await names("groups", { first: 1 }, browser);
    expect(page).toMatchObject({ totalCount: 2, nodes: [{ name: "Åbo" }] });
    const { endCursor: after } = page.pageInfo;
    expect((await names("groups", { first: 1, after }, browser)).nodes).toEqual([{ name: "Zürich" }]);
    expect((await names("groups", { search: "e" }, browser)).nodes).toEqual([]);
    expect((await names("labels", {}, browser)).totalCount).toBe(5);
    await expect(names("groups", { after })).rejects.toThrow("BAD_USER_INPUT");
    for (const field of ["companies", "teams"]) await expect(names(field, {}, browser)).rejects.toThrow("FORBIDDEN");
    for (const field of ["groups", "labels"]) await expect(names(field, {}, coachBrowser)).rejects.toThrow("FORBIDDEN");

    const one = async (id: string, asking: Browser) => {
      const answer = await asking.ask("query ($id: ID!) { group(id: $id) { name } }", { id });
      return answer.errors?.[0]?.extensions.code ?? answer.data.group.name;
    };
    const [mine, foreign] = [own[0] as Group, groups.find(({ name }) => name === "eclair") as Group];
    expect([await one(mine.id, browser), await one(mine.id.toUpperCase(), browser)]).toEqual([mine.name, mine.name]);
    for (const id of [foreign.id, newId(), "x"]) expect(await one(id, browser)).toBe("NOT_FOUND");
    expect(await one(mine.id, coachBrowser)).toBe("FORBIDDEN");
    expect(await one(foreign.id, founder)).toBe("eclair");
  });
});

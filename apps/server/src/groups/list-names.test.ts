import { bulkInsert } from "../db/bulk-insert.js";
import { newId } from "../db/ids.js";
import { sortKey } from "../db/sort-key.js";
import { aFounder, type Browser } from "../testing/browser.js";
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
    await expect(names("groups", {}, member)).rejects.toThrow("FORBIDDEN");
    const { pageInfo } = await names("groups", { first: 1 });
    await expect(names("companies", { after: pageInfo.endCursor })).rejects.toThrow("BAD_USER_INPUT");
  });
});

import { Invitation } from "../invitations/invitation.entity.js";
import { aDatabase } from "../testing/a-database.js";
import { anInvitation } from "../testing/rows.js";
import { bulkInsert } from "./bulk-insert.js";
import { equals } from "./condition.js";
import { countAll } from "./count-list.js";
import { newId } from "./ids.js";
import { type KeysetPage, readPage } from "./keyset.js";
import { type KeysetList, nullableOrder } from "./keyset-list.js";
import { searchBranches } from "./search.js";

const workspaceId = newId();
const day = (n: number) => new Date(Date.UTC(2026, 0, n));

describe("keyset pages", () => {
  const test = aDatabase();
  const by = (
    branches: KeysetList<Invitation>["branches"],
    direction: "ASC" | "DESC" = "ASC",
  ): KeysetList<Invitation> => ({
    target: Invitation,
    direction,
    where: [equals("workspaceId", workspaceId)],
    branches,
    about: ["test", direction],
  });
  const walk = async (list: KeysetList<Invitation>, first: number) => {
    const pages: string[][] = [];
    let after: string | null = null;
    do {
      const page: KeysetPage<Invitation> = await readPage(test.db.read, list, { first, after });
      pages.push(page.edges.map(({ node }) => node.email));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null);
    return pages;
  };

  beforeAll(async () => {
    const rows = [
      anInvitation({
        workspaceId,
        email: "ann@x.org",
        lastKey: "lee",
        firstKey: "ann",
        createdAt: day(1),
        lastSentAt: null,
      }),
      anInvitation({
        workspaceId,
        email: "bo@x.org",
        lastKey: "anders",
        firstKey: "bo",
        createdAt: day(1),
        lastSentAt: day(3),
      }),
      anInvitation({
        workspaceId,
        email: "anna@x.org",
        lastKey: "ang",
        firstKey: "anna",
        createdAt: day(1),
        lastSentAt: day(2),
      }),
      anInvitation({
        workspaceId,
        email: "cy@x.org",
        lastKey: "zorn",
        firstKey: "andy",
        createdAt: day(2),
        lastSentAt: day(3),
      }),
      anInvitation({
        workspaceId,
        email: "dee@x.org",
        lastKey: "zorn",
        firstKey: "dee",
        createdAt: day(3),
        lastSentAt: null,
      }),
      anInvitation({ workspaceId: newId(), email: "ann@x.org", lastKey: "ann", firstKey: "ann" }),
    ];
    await test.db.tx((tx) => bulkInsert(tx, Invitation, rows));
  });

  it.each([1, 2, 3, 5, 100])(
    "shows every row once, in order, in pages of %d, whatever ties there are",
    async (first) => {
      const ascending = (await walk(by([{ keys: ["createdAt"], where: [] }]), first)).flat();
      expect(ascending).toEqual(["ann@x.org", "bo@x.org", "anna@x.org", "cy@x.org", "dee@x.org"]);
      const descending = (await walk(by([{ keys: ["createdAt"], where: [] }], "DESC"), first)).flat();
      expect(descending).toEqual(ascending.toReversed());
      const names = (await walk(by([{ keys: ["lastKey", "firstKey"], where: [] }]), first)).flat();
      expect(names).toEqual(["bo@x.org", "anna@x.org", "ann@x.org", "cy@x.org", "dee@x.org"]);
    },
  );

  it.each([1, 2, 5])("puts what has no value first ascending and last descending, in pages of %d", async (first) => {
    const ascending = by(nullableOrder("lastSentAt", "ASC", { where: [] }));
    expect((await walk(ascending, first)).flat()).toEqual([
      "ann@x.org",
      "dee@x.org",
      "anna@x.org",
      "bo@x.org",
      "cy@x.org",
    ]);
    const descending = by(nullableOrder("lastSentAt", "DESC", { where: [] }), "DESC");
    expect((await walk(descending, first)).flat()).toEqual([
      "cy@x.org",
      "bo@x.org",
      "anna@x.org",
      "dee@x.org",
      "ann@x.org",
    ]);
  });

  it.each([1, 2, 5])("merges streams into one order, in pages of %d", async (first) => {
    const streams = ["zorn", "lee", "anders"].map((name) => ({ where: equals("lastKey", name) }));
    const list = by([{ keys: ["createdAt"], where: [], streams }]);
    expect((await walk(list, first)).flat()).toEqual(["ann@x.org", "bo@x.org", "cy@x.org", "dee@x.org"]);
    expect(await countAll(test.db.read, list)).toBe(4);
  });

  const columns = [{ property: "emailKey", holds: "email", index: "invitations_email" }] as const;
  const names = { byLastName: "invitations_last_name", byFirstName: "invitations_first_name" };

  it.each([1, 2, 3, 5])("searches column by column and shows nobody twice, in pages of %d", async (first) => {
    const list = by(searchBranches("AN", columns, names));
    expect((await walk(list, first)).flat()).toEqual(["ann@x.org", "anna@x.org", "bo@x.org", "cy@x.org"]);
    expect(await countAll(test.db.read, list)).toBe(4);
  });

  it("counts only to the limit that a page shows", async () => {
    const page = await readPage(test.db.read, by([{ keys: ["createdAt"], where: [] }]), { first: 1 });
    expect(await page.count()).toEqual({ count: 5, exact: true });
  });

  it.each([0, 101, -1, 1.5])("refuses a page of %d", async (first) => {
    await expect(readPage(test.db.read, by([{ keys: ["createdAt"], where: [] }]), { first })).rejects.toMatchObject({
      extensions: { code: "BAD_USER_INPUT" },
    });
  });

  it("refuses a cursor that is cut, made up, or of another list", async () => {
    const list = by([{ keys: ["createdAt"], where: [] }]);
    const { pageInfo } = await readPage(test.db.read, list, { first: 1 });
    const cursor = pageInfo.endCursor as string;
    const forge = (parts: unknown) => Buffer.from(JSON.stringify(parts)).toString("base64url");
    const [mark, branch, moment, id] = JSON.parse(Buffer.from(cursor, "base64url").toString());
    const bad = [
      cursor.slice(0, -3),
      "",
      "x",
      "null",
      "🙂",
      forge({}),
      forge(null),
      forge([mark]),
      forge([mark, 7, moment, id]),
      forge([mark, -1, moment, id]),
      forge([mark, "0", moment, id]),
      forge([mark, "__proto__", moment, id]),
      forge([mark, branch, "yesterday", id]),
      forge([mark, branch, { $gt: 1 }, id]),
      forge([mark, branch, moment, "1 OR 1 = 1"]),
      forge([mark, branch, moment, id, id]),
      forge(["other", branch, moment, id]),
    ];
    for (const after of bad.filter(Boolean)) {
      await expect(readPage(test.db.read, list, { first: 1, after })).rejects.toMatchObject({
        extensions: { code: "BAD_USER_INPUT" },
      });
    }
    const other = { ...list, about: ["another"] };
    await expect(readPage(test.db.read, other, { first: 1, after: cursor })).rejects.toThrow("no cursor of this list");
  });
});

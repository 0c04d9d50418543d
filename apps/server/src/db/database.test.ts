import { entities } from "../entities.js";
import { Group } from "../groups/group.entity.js";
import { aDatabase, aPlace } from "../testing/a-database.js";
import { bulkInsert, isKeyConflict } from "./bulk-insert.js";
import { openDatabase } from "./database.js";
import { newId } from "./ids.js";
import { afterCommit } from "./transaction.js";

const group = (name: string): Group => ({
  id: newId(),
  workspaceId: newId(),
  name,
  nameKey: name,
  createdAt: new Date("2026-01-02T03:04:05.678Z"),
});

describe("the database", () => {
  const test = aDatabase();

  it("has no drift between the entities and the migrations", async () => {
    const sql = await test.db.dataSource.driver.createSchemaBuilder().log();
    expect(sql.upQueries.map(({ query }) => query)).toEqual([]);
  });

  it("stores what was committed and nothing of what was rolled back, however transactions overlap", async () => {
    const kept = Array.from({ length: 20 }, (_, i) => group(`kept ${i}`));
    const lost = Array.from({ length: 20 }, (_, i) => group(`lost ${i}`));
    await Promise.allSettled(
      kept.flatMap((one, i) => [
        test.db.tx((tx) => bulkInsert(tx, Group, [one])),
        test.db.tx(async (tx) => {
          await bulkInsert(tx, Group, [lost[i] as Group]);
          throw new Error("rolled back");
        }),
      ]),
    );
    const names = (await test.db.read.find(Group)).map(({ name }) => name).sort();
    expect(names).toEqual(kept.map(({ name }) => name).sort());
  });

  it("keeps times to the millisecond in UTC", async () => {
    const one = group("times");
    await test.db.tx((tx) => bulkInsert(tx, Group, [one]));
    expect((await test.db.read.findOneByOrFail(Group, { id: one.id })).createdAt).toEqual(one.createdAt);
  });

  it("compares byte by byte", async () => {
    const workspaceId = newId();
    const rows = ["a@b.de", "ä@b.de", "A@b.de"].map((name) => ({ ...group(name), workspaceId }));
    await test.db.tx((tx) => bulkInsert(tx, Group, rows));
    const conflict = await test.db
      .tx((tx) => bulkInsert(tx, Group, [{ ...group("a@b.de"), workspaceId }]))
      .catch((e) => e);
    expect(isKeyConflict(conflict)).toBe(true);
  });

  it("runs what was left for after the commit only then, and not after a rollback", async () => {
    const calls: string[] = [];
    await test.db.tx(async (tx) => {
      afterCommit(tx, () => calls.push("committed"));
      calls.push("inside");
    });
    await test.db
      .tx(async (tx) => {
        afterCommit(tx, () => calls.push("never"));
        throw new Error("rolled back");
      })
      .catch(() => undefined);
    expect(calls).toEqual(["inside", "committed"]);
  });

  it("refuses a transaction inside a transaction, and goes on afterwards", async () => {
    await expect(test.db.tx(() => test.db.tx(async () => 1))).rejects.toThrow("inside ctx.tx");
    await expect(test.db.tx(async () => 2)).resolves.toBe(2);
  });
});

describe("a database of a newer Usher", () => {
  it("is refused and left as it is", async () => {
    const place = await aPlace();
    const db = await openDatabase(place.location, entities);
    await db.tx((tx) =>
      tx.query("INSERT INTO migrations (timestamp, name) VALUES (9999999999999, 'Later9999999999999')"),
    );
    await db.close();
    await expect(openDatabase(place.location, entities)).rejects.toThrow("newer version of Usher");
    await place.clear();
  });
});

describe("tables that no release has made", () => {
  it.each([
    ["the table tasks", "DROP TABLE tasks"],
    ["the column created_at of groups", "ALTER TABLE `groups` DROP COLUMN created_at"],
    ["the index teams_leader of teams", "teams_leader"],
  ])("are refused, naming what they lack: %s", async (missing, change) => {
    const place = await aPlace();
    const db = await openDatabase(place.location, entities);
    const dropIndex = place.location.kind === "sqlite" ? `DROP INDEX ${change}` : `DROP INDEX ${change} ON teams`;
    await db.dataSource.query(missing.startsWith("the index") ? dropIndex : change);
    await db.close();
    await expect(openDatabase(place.location, entities)).rejects.toThrow(`${missing} is missing`);
    await place.clear();
  });

  it("may hold more than this version knows", async () => {
    const place = await aPlace();
    const db = await openDatabase(place.location, entities);
    await db.dataSource.query("CREATE INDEX operators_own ON teams (created_at)");
    await db.close();
    await (await openDatabase(place.location, entities)).close();
    await place.clear();
  });
});

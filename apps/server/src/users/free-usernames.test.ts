import { bulkInsert } from "../db/bulk-insert.js";
import { newId } from "../db/ids.js";
import { aDatabase } from "../testing/a-database.js";
import { aUser } from "../testing/rows.js";
import { freeUsernames } from "./free-usernames.js";
import { User } from "./user.entity.js";

describe("usernames for many at once (F10)", () => {
  const database = aDatabase();
  const workspaceId = newId();
  const from = (...emails: (string | null)[]) => emails.map((email) => ({ email, username: null }));

  beforeAll(() =>
    database.db.tx((tx) =>
      bulkInsert(tx, User, [
        aUser({ workspaceId, email: "ann.lee@x.org" }),
        aUser({ workspaceId: newId(), email: "bo@x.org" }),
        ...Array.from({ length: 1_500 }, (_, i) =>
          aUser({ workspaceId, email: `info@x${i}.org`, username: i === 0 ? "info" : `info${i + 1}` }),
        ),
      ]),
    ),
  );

  it("are numbered where they collide, with accounts and with each other", async () => {
    const people = from("ann.lee@y.org", "Ann.Lee@z.org", "bo@x.org", "zoé@x.org", "info@new.org", "info@newer.org");
    expect(await freeUsernames(database.db.read, workspaceId, people)).toEqual([
      "ann.lee2",
      "ann.lee3",
      "bo",
      "zoe",
      "info1501",
      "info1502",
    ]);
  });

  it("leave alone what somebody of the same call was given", async () => {
    const people = [...from("max@x.org", "max@y.org"), { email: "m@x.org", username: "max" }];
    expect(await freeUsernames(database.db.read, workspaceId, people)).toEqual(["max2", "max3", "max"]);
  });

  it("take a few statements for thousands of the same name", async () => {
    const people = from(...Array.from({ length: 2_000 }, (_, i) => `sales@x${i}.org`));
    const usernames = await freeUsernames(database.db.read, workspaceId, people);
    expect([usernames[0], usernames[1], usernames.at(-1)]).toEqual(["sales", "sales2", "sales2000"]);
    expect(new Set(usernames).size).toBe(2_000);
  });
});

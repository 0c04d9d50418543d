import type { UserFilter } from "@usher/schema/user";
import { bulkInsert } from "../db/bulk-insert.js";
import { newId } from "../db/ids.js";
import { GroupMember } from "../groups/group-member.entity.js";
import { nextSelected } from "../tasks/selection.js";
import { Task } from "../tasks/task.entity.js";
import { aDatabase } from "../testing/a-database.js";
import { aUser } from "../testing/rows.js";
import { selectableUsers } from "./select-users.js";
import { User } from "./user.entity.js";

describe("users selected by a filter (F46)", () => {
  const database = aDatabase();
  const workspaceId = newId();
  const groupId = newId();
  const [lea, leon, mona, late] = [
    aUser({ workspaceId, email: "lea@x.org", firstName: "Lea", lastName: "Maes", status: "PENDING" }),
    aUser({ workspaceId, email: "leon@x.org", firstName: "Leon", lastName: "Maes" }),
    aUser({ workspaceId, email: null, username: "mona", firstName: "Mona", lastName: "Leclerc", language: "fr" }),
    aUser({ workspaceId: newId(), email: "lea@x.org", firstName: "Lea", lastName: "Elsewhere" }),
  ] as const;

  beforeAll(() =>
    database.db.tx(async (tx) => {
      await bulkInsert(tx, User, [lea, leon, mona, late]);
      await bulkInsert(
        tx,
        GroupMember,
        (["COACH", "LEARNER"] as const).map((role) => ({ workspaceId, groupId, userId: leon.id, role })),
      );
    }),
  );

  const selected = (filter: UserFilter, cursor: string | null = null) => {
    const task = { workspaceId, cursor, createdAt: new Date(), selection: { filter, upTo: newId() } } as Task;
    return nextSelected(selectableUsers, { db: database.db } as never, task);
  };

  it.each<[UserFilter, string[]]>([
    [{}, [lea.id, leon.id, mona.id]],
    [{ search: "le" }, [lea.id, leon.id, mona.id]],
    [{ search: "maes le" }, [lea.id, leon.id]],
    [{ statuses: ["PENDING", "DEACTIVATED"] }, [lea.id]],
    [{ groupId }, [leon.id]],
    [{ language: "fr", search: "mona" }, [mona.id]],
    [{ importId: newId() }, []],
  ])("are those that the list shows, each once: %j", async (filter, ids) => {
    expect(await selected(filter)).toEqual(ids);
    if (ids.length > 1) expect(await selected(filter, ids[0])).toEqual(ids.slice(1));
  });
});

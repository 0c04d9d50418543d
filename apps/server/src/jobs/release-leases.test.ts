import { bulkInsert } from "../db/bulk-insert.js";
import { newId } from "../db/ids.js";
import { Task } from "../tasks/task.entity.js";
import { aDatabase } from "../testing/a-database.js";
import { releaseLeases } from "./release-leases.js";

describe("leases of a process that is gone", () => {
  const test = aDatabase();

  it("are free at once on SQLite, where one process works; others wait until they end", async () => {
    const now = new Date("2026-11-22T09:00:00.000Z");
    const task: Task = {
      id: newId(),
      workspaceId: newId(),
      createdById: newId(),
      kind: "cancel invitations",
      selection: {},
      options: {},
      state: "RUNNING",
      total: 1,
      done: 0,
      refused: 0,
      cursor: null,
      attempts: 1,
      leaseUntil: new Date(now.getTime() + 30_000),
      leaseOwner: newId(),
      createdAt: now,
      finishedAt: null,
    };
    await test.db.tx((tx) => bulkInsert(tx, Task, [task]));
    await releaseLeases(test.db, now);
    const { leaseOwner, leaseUntil } = await test.db.read.findOneByOrFail(Task, { id: task.id });
    const released = { leaseOwner: null, leaseUntil: now };
    const kept = { leaseOwner: task.leaseOwner, leaseUntil: task.leaseUntil };
    expect({ leaseOwner, leaseUntil }).toEqual(test.db.kind === "sqlite" ? released : kept);
  });
});

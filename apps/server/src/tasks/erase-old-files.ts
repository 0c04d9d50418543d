import { In } from "typeorm";
import type { App } from "../context.js";
import type { Worker } from "../jobs/job-engine.js";
import { ExportPart } from "./export-part.entity.js";
import { Task } from "./task.entity.js";
import { fileTime } from "./task-file.js";

const deletedTogether = 20;

/** Erases what tasks have written into files a day after they ended. */
export function makeFileEraser(app: Pick<App, "clock" | "db">): Worker {
  return {
    name: "erase-old-files",
    concurrency: 1,
    sweepEvery: fileTime / 48,
    async work() {
      const before = new Date(app.clock.now().getTime() - fileTime);
      const parts = await app.db.read
        .createQueryBuilder(ExportPart, "part")
        .select("part.taskId", "taskId")
        .addSelect("part.part", "part")
        .where(
          (query) =>
            `EXISTS ${query
              .subQuery()
              .select("1")
              .from(Task, "task")
              .where("task.id = part.taskId AND task.finishedAt < :before")
              .getQuery()}`,
        )
        .setParameters({ before })
        .limit(deletedTogether)
        .getRawMany<{ taskId: string; part: number }>();
      for (const taskId of new Set(parts.map((part) => part.taskId))) {
        const numbers = parts.flatMap((part) => (part.taskId === taskId ? [part.part] : []));
        await app.db.tx((tx) => tx.delete(ExportPart, { taskId, part: In(numbers) }));
      }
      return parts.length === deletedTogether;
    },
  };
}

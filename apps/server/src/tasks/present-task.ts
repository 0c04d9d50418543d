import type { Task as ApiTask } from "@usher/schema/task";
import type { Task } from "./task.entity.js";
import { hasFile } from "./task-file.js";

export const presentTask = (task: Task, now: Date): ApiTask => ({
  id: task.id,
  status: task.state,
  done: task.done,
  refused: task.refused,
  total: task.total,
  downloadUrl: hasFile(task, now) ? `/downloads/${task.id}` : null,
});

import type { Task as ApiTask } from "@usher/schema/task";
import type { Task } from "./task.entity.js";

export const presentTask = ({ id, state, done, refused, total }: Task): ApiTask => ({
  id,
  status: state,
  done,
  refused,
  total,
  downloadUrl: null,
});

import type { EntityManager } from "typeorm";
import { Task } from "../tasks/task.entity.js";
import type { Move } from "./move.js";

/** The kind of the task, in a place of its own: what moves people has to know what others are moving. */
export const moveTaskName = "move_people";

/**
 * Whether people are still being moved out of or into one of these in the background. Who deletes or merges it meanwhile would take
 * along those who have just come. For a transaction that holds the names, so that none begins at the same moment.
 */
export async function isMoveUnderWay(read: EntityManager, workspaceId: string, move: Move): Promise<boolean> {
  const running = await read.findBy(Task, { workspaceId, state: "RUNNING", kind: moveTaskName });
  const concerned = new Set(namesOf(move));
  return running.some((task) => {
    const other = task.options as Move;
    return other.kind === move.kind && namesOf(other).some((id) => concerned.has(id));
  });
}

const namesOf = ({ ids, into }: Move): string[] => (into === null ? [...ids] : [...ids, into]);

import { can } from "@usher/rules/permissions";
import { stepSize, type TaskKind } from "../tasks/task-kind.js";
import { holdNames } from "./hold-names.js";
import type { Move } from "./move.js";
import { moveTaskName } from "./moves-under-way.js";
import { tableOf } from "./name-kinds.js";
import { moverOf, settleMove } from "./settle-move.js";

/**
 * Moves the people of names that are merged or deleted, step by step; the names themselves go with the last ones. A task that
 * stops before leaves the names with those who were not moved, and can be begun again.
 */
export const moveTaskKind: TaskKind = {
  name: moveTaskName,
  isAllowed: can.manageNames,
  async next(app, { workspaceId, options }) {
    const move = options as Move;
    const { read } = app.db;
    // nobody is moved into what was deleted meanwhile: the end finds it gone
    const isGone = move.into !== null && !(await read.existsBy(tableOf[move.kind], { id: move.into } as never));
    return isGone ? [] : moverOf(move.kind).next(read, workspaceId, move, stepSize);
  },
  async apply(tx, app, { workspaceId, options }, ids) {
    const move = options as Move;
    if (move.into !== null && !(await holdNames(tx, move.kind, workspaceId, [move.into])).has(move.into)) {
      return { done: 0, refused: 0 };
    }
    return { done: await moverOf(move.kind).apply(tx, app, workspaceId, move, ids), refused: 0 };
  },
  async finish(tx, app, { workspaceId, createdById, options }) {
    const done = await settleMove(tx, app, workspaceId, { kind: "user", userId: createdById }, options as Move);
    return done === null ? null : { done, refused: 0 };
  },
};

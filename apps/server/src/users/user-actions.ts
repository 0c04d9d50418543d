import { can } from "@usher/rules/permissions";
import type { UserFilter } from "@usher/schema/user";
import { type SelectionAction, taskKindOf } from "../tasks/act-on-selection.js";
import { deactivateBatch } from "./deactivate-batch.js";
import { deleteBatch } from "./delete-batch.js";
import { exportTaskKind } from "./export-task.js";
import { reactivateBatch } from "./reactivate-batch.js";
import { selectableUsers } from "./select-users.js";
import { type BulkChanges, updateBatch } from "./update-batch.js";

/** What administrators do to several users at once. */
const userAction = <Options extends object>(
  name: string,
  apply: SelectionAction<UserFilter, Options>["apply"],
): SelectionAction<UserFilter, Options> => ({ name, rows: selectableUsers, isAllowed: can.changeUsers, apply });

export const deactivateAction = userAction<object>("deactivate_users", deactivateBatch);
export const reactivateAction = userAction<object>("reactivate_users", reactivateBatch);
export const deleteAction = userAction<object>("delete_users", (tx, app, workspaceId, actor, ids) =>
  deleteBatch(tx, app, workspaceId, actor, ids),
);
export const updateAction = userAction<BulkChanges>("update_users", updateBatch);

export const userTaskKinds = [
  ...[deactivateAction, reactivateAction, deleteAction].map(taskKindOf),
  taskKindOf(updateAction),
  exportTaskKind,
];

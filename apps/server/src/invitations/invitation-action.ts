import { can } from "@usher/rules/permissions";
import type { AuditActor } from "../audit/record-audit.js";
import type { App } from "../context.js";
import { all, compares } from "../db/condition.js";
import { selectIds } from "../db/select-ids.js";
import type { Tx } from "../db/transaction.js";
import type { Task } from "../tasks/task.entity.js";
import { stepSize, type TaskKind } from "../tasks/task-kind.js";
import { cancelBatch } from "./cancel-batch.js";
import { Invitation } from "./invitation.entity.js";
import { matching } from "./invitation-list.js";
import { resendBatch } from "./resend-batch.js";
import type { StoredSelection } from "./selection.js";

export interface BatchResult {
  changed: number;
  /** Those that cannot be changed any more. */
  refused: string[];
}

/** What is done to several invitations at once, by one call or step by step in the background. */
export interface InvitationAction {
  name: string;
  apply(tx: Tx, app: App, workspaceId: string, actor: AuditActor, ids: readonly string[]): Promise<BatchResult>;
}

export const cancelAction: InvitationAction = { name: "cancel_invitations", apply: cancelBatch };
export const resendAction: InvitationAction = { name: "resend_invitations", apply: resendBatch };

/** The same action as a task's kind. */
const taskKindOf = (action: InvitationAction): TaskKind => ({
  name: action.name,
  isAllowed: can.changeInvitations,
  next: nextIds,
  async apply(tx, app, task, ids) {
    const actor = { kind: "user", userId: task.createdById } as const;
    const { changed, refused } = await action.apply(tx, app, task.workspaceId, actor, ids);
    return { done: changed, refused: refused.length };
  },
});

export const invitationTaskKinds = [cancelAction, resendAction].map(taskKindOf);

/** What the selection held when it was confirmed: who came later is not in it, whatever the clock has made of it since. */
function nextIds(app: App, task: Task): Promise<string[]> {
  const selection = task.selection as StoredSelection;
  const behind = task.cursor ?? "";
  if ("ids" in selection) return Promise.resolve(selection.ids.filter((id) => id > behind).slice(0, stepSize));
  const { filter, upTo } = selection;
  const place = task.cursor === null ? [] : [compares("id", ">", task.cursor)];
  const selected = all(matching(task.workspaceId, task.createdAt, filter), compares("id", "<=", upTo), ...place);
  return selectIds(app.db.read, Invitation, selected, stepSize);
}

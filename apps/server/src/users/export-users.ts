import { can } from "@usher/rules/permissions";
import type { UserSelectionInput, UserSelectionPayload } from "@usher/schema/selection";
import { recordAudit } from "../audit/record-audit.js";
import { type Ctx, require } from "../context.js";
import { userError } from "../http/user-errors.js";
import { presentTask } from "../tasks/present-task.js";
import { readSelection } from "../tasks/selection.js";
import { startTask } from "../tasks/start-task.js";
import { type ExportOptions, exportTaskKind } from "./export-task.js";
import { selectableUsers } from "./select-users.js";

/** Begins to write the selected users into a file that this session may download (F50). */
export async function exportUsers(ctx: Ctx, input: UserSelectionInput): Promise<UserSelectionPayload> {
  const { userId, workspaceId } = require(ctx, can.changeUsers(ctx.actor), "being an administrator");
  const selection = await readSelection(ctx, workspaceId, selectableUsers, input, { most: 0 });
  if ("problem" in selection) {
    return { affected: 0, task: null, userErrors: [userError(ctx.language, selection.problem, selection.path)] };
  }
  const options: ExportOptions = { sessionId: ctx.actor.sessionId ?? "", language: ctx.language };
  const task = await ctx.tx(async (tx) => {
    const { total } = selection;
    const actor = { kind: "user", userId } as const;
    await recordAudit(tx, ctx, workspaceId, actor, { type: "users_exported", count: total });
    const stored = "stored" in selection ? selection.stored : { ids: [] };
    return startTask(tx, ctx, {
      workspaceId,
      createdById: userId,
      kind: exportTaskKind.name,
      selection: stored,
      options,
      total,
    });
  });
  return { affected: 0, task: presentTask(task, ctx.clock.now()), userErrors: [] };
}

import { can } from "@usher/rules/permissions";
import type { UserSelectionPayload } from "@usher/schema/selection";
import type { UpdateUsersInput } from "@usher/schema/user-changes";
import { type Ctx, require } from "../context.js";
import { findNames } from "../groups/find-or-create-names.js";
import { userError } from "../http/user-errors.js";
import { decidedAfresh, isStale } from "../people/changed-meanwhile.js";
import { actOnSelection } from "../tasks/act-on-selection.js";
import { todayIn } from "../workspaces/today.js";
import { Workspace } from "../workspaces/workspace.entity.js";
import { type ChangeProblem, checkUserChanges, namesOfChanges, unknownNames } from "./check-user-changes.js";
import { updateAction } from "./user-actions.js";

/** Makes the same changes to all selected users (F46); never to the founder. */
export async function updateUsers(ctx: Ctx, input: UpdateUsersInput): Promise<UserSelectionPayload> {
  const by = require(ctx, can.changeUsers(ctx.actor), "being an administrator");
  const { selection, createMissing, label, language, deletionDate, addGroups } = input;
  const workspace = await ctx.read.findOneByOrFail(Workspace, { id: by.workspaceId });
  const today = todayIn(workspace.timeZone, ctx.clock.now());
  const { changes, problems } = checkUserChanges({ label, language, deletionDate, addGroups }, today);
  if (problems.length === 0) {
    const names = await findNames(ctx.read, by.workspaceId, namesOfChanges(changes));
    problems.push(...unknownNames(names, changes, createMissing));
  }
  changes.joins.forEach(({ role }, i) => {
    if (!can.giveGroupRole(ctx.actor, role, null))
      problems.push({ code: "NOT_ALLOWED", path: ["addGroups", i, "role"] });
  });
  if (problems.length > 0) return refuse(ctx, problems);
  const acting = { by, selection, options: { changes, createMissing }, path: ["selection"] };
  try {
    return await decidedAfresh(() => actOnSelection(ctx, updateAction, acting));
  } catch (error) {
    if (isStale(error)) return refuse(ctx, [{ code: "CHANGED_MEANWHILE", path: ["selection"] }]);
    throw error;
  }
}

const refuse = (ctx: Ctx, problems: readonly ChangeProblem[]): UserSelectionPayload => ({
  affected: 0,
  task: null,
  userErrors: problems.map(({ code, path }) => userError(ctx.language, code, path)),
});

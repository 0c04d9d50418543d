import { can } from "@usher/rules/permissions";
import type { InvitationSelectionInput, InvitationSelectionPayload } from "@usher/schema/selection";
import type { UserError, UserErrorCode } from "@usher/schema/user-error";
import { type Ctx, require } from "../context.js";
import { parseId } from "../db/ids.js";
import { userError } from "../http/user-errors.js";
import { presentTask } from "../tasks/present-task.js";
import { startTask } from "../tasks/start-task.js";
import { cancelAction, type InvitationAction, resendAction } from "./invitation-action.js";
import { readSelection } from "./selection.js";

/** Withdraws the selected invitations; their links die (F15). */
export const cancelInvitations = (ctx: Ctx, input: InvitationSelectionInput) => act(ctx, cancelAction, input);

/** Gives the selected invitations a new link, expiry and mail; the old links die (F16). */
export const resendInvitations = (ctx: Ctx, input: InvitationSelectionInput) => act(ctx, resendAction, input);

/** All in one transaction when they are few, else as a task. */
async function act(
  ctx: Ctx,
  action: InvitationAction,
  input: InvitationSelectionInput,
): Promise<InvitationSelectionPayload> {
  const { userId, workspaceId } = require(ctx, can.changeInvitations(ctx.actor), "the right to add people");
  const selection = await readSelection(ctx, workspaceId, input);
  if ("problem" in selection) return refuse(ctx, selection.problem, selection.path);
  if ("stored" in selection) {
    const { stored, total } = selection;
    const begun = { workspaceId, createdById: userId, kind: action.name, selection: stored, options: {}, total };
    return { affected: 0, task: presentTask(await ctx.tx((tx) => startTask(tx, ctx, begun))), userErrors: [] };
  }
  const result = await ctx.tx(async (tx) => {
    const ids = await selection.pick(tx);
    return ids && (await action.apply(tx, ctx, workspaceId, { kind: "user", userId }, ids));
  });
  if (!result) return refuse(ctx, "SELECTION_CHANGED", ["expectedCount"]);
  return { affected: result.changed, task: null, userErrors: closedOnes(ctx, input, result.refused) };
}

const refuse = (ctx: Ctx, code: UserErrorCode, path: string[]): InvitationSelectionPayload => ({
  affected: 0,
  task: null,
  userErrors: [userError(ctx.language, code, path)],
});

/** Each by its place among the ids; once for all that a filter held. */
function closedOnes(ctx: Ctx, { ids }: InvitationSelectionInput, refused: readonly string[]): UserError[] {
  if (refused.length === 0) return [];
  const closed = (path: (string | number)[]) => userError(ctx.language, "INVITATION_CLOSED", path);
  if (!ids) return [closed(["filter"])];
  const places = ids.map(parseId);
  return refused.map((id) => closed(["ids", places.indexOf(id)]));
}

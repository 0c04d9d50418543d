import { can } from "@usher/rules/permissions";
import type { UserSelectionInput, UserSelectionPayload } from "@usher/schema/selection";
import type { UserFilter } from "@usher/schema/user";
import { type Ctx, require } from "../context.js";
import { actOnSelection, type SelectionAction } from "../tasks/act-on-selection.js";
import { deactivateAction, deleteAction, reactivateAction } from "./user-actions.js";

/** Closes the selected accounts; sessions and links die at once (F49). */
export const deactivateUsers = (ctx: Ctx, input: UserSelectionInput) => act(ctx, deactivateAction, input);

/** Opens closed accounts again, as far as there are seats (F49). */
export const reactivateUsers = (ctx: Ctx, input: UserSelectionInput) => act(ctx, reactivateAction, input);

/** Removes the selected accounts and erases their people's data (F49). */
export const deleteUsers = (ctx: Ctx, input: UserSelectionInput) => act(ctx, deleteAction, input);

function act(
  ctx: Ctx,
  action: SelectionAction<UserFilter>,
  selection: UserSelectionInput,
): Promise<UserSelectionPayload> {
  const by = require(ctx, can.changeUsers(ctx.actor), "being an administrator");
  return actOnSelection(ctx, action, { by, selection, options: {} });
}

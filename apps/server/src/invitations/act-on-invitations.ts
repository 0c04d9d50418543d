import { can } from "@usher/rules/permissions";
import type { InvitationFilter } from "@usher/schema/invitation";
import type { InvitationSelectionInput, InvitationSelectionPayload } from "@usher/schema/selection";
import { type Ctx, require } from "../context.js";
import { actOnSelection, type SelectionAction } from "../tasks/act-on-selection.js";
import { cancelAction, resendAction } from "./invitation-action.js";

/** Withdraws the selected invitations; their links die (F15). */
export const cancelInvitations = (ctx: Ctx, input: InvitationSelectionInput) => act(ctx, cancelAction, input);

/** Gives the selected invitations a new link, expiry and mail; the old links die (F16). */
export const resendInvitations = (ctx: Ctx, input: InvitationSelectionInput) => act(ctx, resendAction, input);

function act(
  ctx: Ctx,
  action: SelectionAction<InvitationFilter>,
  selection: InvitationSelectionInput,
): Promise<InvitationSelectionPayload> {
  const by = require(ctx, can.changeInvitations(ctx.actor), "the right to add people");
  return actOnSelection(ctx, action, { by, selection, options: {} });
}

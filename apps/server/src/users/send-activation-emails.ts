import { can } from "@usher/rules/permissions";
import type { UserSelectionInput, UserSelectionPayload } from "@usher/schema/selection";
import type { UserFilter } from "@usher/schema/user";
import { type Ctx, require } from "../context.js";
import { forbidden } from "../http/refusals.js";
import { userError } from "../http/user-errors.js";
import { BeyondTheHour, keepWithinTheHour, tooManyPeople } from "../invitations/hourly-limit.js";
import { actOnSelection, type SelectionAction, taskKindOf } from "../tasks/act-on-selection.js";
import { selectableUsers } from "./select-users.js";
import { type SendOptions, sendActivationBatch } from "./send-activation-batch.js";

const sendAction: SelectionAction<UserFilter, SendOptions> = {
  name: "send_activation_emails",
  rows: selectableUsers,
  isAllowed: can.add,
  apply: sendActivationBatch,
};

export const sendActivationTaskKind = taskKindOf(sendAction);

/** Sends the selected people a new link to activate their accounts with (F24, F25). */
export async function sendActivationEmails(
  ctx: Ctx,
  selection: UserSelectionInput,
  toCreator: boolean,
): Promise<UserSelectionPayload> {
  const by = require(ctx, can.add(ctx.actor), "the right to add people");
  // who may not list users knows those whom they created themselves
  const isEveryones = can.changeUsers(ctx.actor);
  if (!isEveryones && selection.filter) throw forbidden("being an administrator, to select by a filter");
  const within = isEveryones ? {} : { createdById: by.userId, userType: "MEMBER" };
  if (ctx.config.mail.delivery === "NONE") {
    return { affected: 0, task: null, userErrors: [userError(ctx.language, "NO_MAIL_DELIVERY")] };
  }
  const path = selection.ids ? ["ids"] : ["filter"];
  try {
    const { result: _, ...answer } = await actOnSelection(ctx, sendAction, {
      by,
      selection,
      options: { toCreator },
      within,
      // a loop of mails is no way around the limit of those who may not bulk invite (F55)
      ...(!isEveryones &&
        !can.bulkInvite(ctx.actor) && {
          before: (tx, count) => keepWithinTheHour(tx, ctx, by.workspaceId, by.userId, count),
        }),
    });
    return answer;
  } catch (error) {
    if (!(error instanceof BeyondTheHour)) throw error;
    return { affected: 0, task: null, userErrors: [await tooManyPeople(ctx, by.workspaceId, error, path)] };
  }
}

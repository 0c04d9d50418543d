import { can } from "@usher/rules/permissions";
import type { InvitationFilter } from "@usher/schema/invitation";
import { type BatchResult, type SelectionAction, taskKindOf } from "../tasks/act-on-selection.js";
import type { Selectable } from "../tasks/selection.js";
import { cancelBatch } from "./cancel-batch.js";
import type { Invitation } from "./invitation.entity.js";
import { invitationList } from "./invitation-list.js";
import { resendBatch } from "./resend-batch.js";

const invitations: Selectable<InvitationFilter, Invitation> = {
  noun: "invitation",
  list: (workspaceId, now, filter) => invitationList(workspaceId, now, filter, null),
};

/** What is done to several invitations at once. */
const invitationAction = <Result extends BatchResult>(
  name: string,
  apply: SelectionAction<InvitationFilter, object, Result>["apply"],
): SelectionAction<InvitationFilter, object, Result> => ({
  name,
  rows: invitations,
  isAllowed: can.changeInvitations,
  apply,
});

export const cancelAction = invitationAction("cancel_invitations", cancelBatch);
export const resendAction = invitationAction("resend_invitations", resendBatch);

export const invitationTaskKinds = [taskKindOf(cancelAction), taskKindOf(resendAction)];

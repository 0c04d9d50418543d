import { can } from "@usher/rules/permissions";
import type { InvitationLink, InvitationSelectionInput, InvitationSelectionPayload } from "@usher/schema/selection";
import type { UserError } from "@usher/schema/user-error";
import { In } from "typeorm";
import type { Ctx } from "../context.js";
import { userError } from "../http/user-errors.js";
import { actOnSelection } from "../tasks/act-on-selection.js";
import { stepSize } from "../tasks/task-kind.js";
import { BeyondTheHour, keepWithinTheHour, tooManyPeople } from "./hourly-limit.js";
import { Invitation } from "./invitation.entity.js";
import { cancelAction, resendAction } from "./invitation-action.js";
import { presentInvitation } from "./present-invitation.js";
import { requireSelected } from "./see-invitations.js";
import type { HandedLink } from "./send-links.js";

/** Withdraws the selected invitations; their links die (F15). A group's administrator withdraws those of theirs (F6). */
export async function cancelInvitations(
  ctx: Ctx,
  selection: InvitationSelectionInput,
): Promise<InvitationSelectionPayload> {
  const by = await requireSelected(ctx, selection);
  const { result: _, ...answer } = await actOnSelection(ctx, cancelAction, { by, selection, options: {} });
  return { ...answer, links: [] };
}

/** Gives the selected invitations a new link, expiry and mail; the old links die (F16). */
export async function resendInvitations(
  ctx: Ctx,
  selection: InvitationSelectionInput,
): Promise<InvitationSelectionPayload> {
  const by = await requireSelected(ctx, selection);
  const path = selection.ids ? ["ids"] : ["filter"];
  const refuse = (error: UserError) => ({ affected: 0, task: null, userErrors: [error], links: [] });
  // their links would be made in the background, where nobody learns them
  const isTooManyToHandOver = (selection.ids?.length ?? selection.expectedCount ?? 0) > stepSize;
  if (ctx.config.mail.delivery === "NONE" && isTooManyToHandOver) {
    return refuse(userError(ctx.language, "NO_MAIL_DELIVERY", path));
  }
  try {
    const { result, ...answer } = await actOnSelection(ctx, resendAction, {
      by,
      selection,
      options: {},
      // without CAN_BULK_INVITE a loop of resends is no way around it (F55)
      ...(!can.bulkInvite(ctx.actor) && {
        before: (tx, count) => keepWithinTheHour(tx, ctx, by.workspaceId, by.userId, count),
      }),
    });
    return { ...answer, links: await presentLinks(ctx, result?.links ?? []) };
  } catch (error) {
    if (!(error instanceof BeyondTheHour)) throw error;
    return refuse(await tooManyPeople(ctx, by.workspaceId, error, path));
  }
}

async function presentLinks(ctx: Ctx, links: readonly HandedLink[]): Promise<InvitationLink[]> {
  if (links.length === 0) return [];
  const rows = await ctx.read.findBy(Invitation, { id: In(links.map(({ invitationId }) => invitationId)) });
  const byId = new Map(rows.map((row) => [row.id, presentInvitation(row, ctx.clock.now())]));
  return links.flatMap(({ invitationId, link }) => {
    const invitation = byId.get(invitationId);
    return invitation ? [{ invitation, link }] : [];
  });
}

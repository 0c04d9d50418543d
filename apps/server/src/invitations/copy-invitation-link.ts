import { can } from "@usher/rules/permissions";
import type { CopyInvitationLinkPayload } from "@usher/schema/invitation";
import type { UserErrorCode } from "@usher/schema/user-error";
import { MoreThan } from "typeorm";
import { recordAudit } from "../audit/record-audit.js";
import { type Ctx, require } from "../context.js";
import type { Tx } from "../db/transaction.js";
import { userError } from "../http/user-errors.js";
import { linkAddress, makeLinks } from "../links/make-links.js";
import { beyondHandingOver } from "./beyond-reach.js";
import { findInvitation } from "./find-invitation.js";
import { Invitation } from "./invitation.entity.js";
import { statusOf } from "./invitation-status.js";
import { vouchFor } from "./vouch-for.js";

/** A further link, with the same expiry, to hand over; the others stay alive (F13). Shown this once. */
export async function copyInvitationLink(ctx: Ctx, invitationId: string): Promise<CopyInvitationLinkPayload> {
  const { userId, workspaceId } = require(ctx, can.changeInvitations(ctx.actor), "the right to invite");
  const invitation = await findInvitation(ctx, invitationId);
  const status = statusOf(invitation, ctx.clock.now());
  if (status === "EXPIRED") return refuse(ctx, "LINK_EXPIRED");
  if (status !== "PENDING") return refuse(ctx, "INVITATION_CLOSED");
  const beyond = await beyondHandingOver(ctx.read, ctx.actor, workspaceId, [invitation.id]);
  if (beyond.size > 0) return refuse(ctx, "NOT_ALLOWED");
  const by = { kind: "user", userId } as const;
  const made = await ctx.tx(async (tx) => {
    const open = await lockOpen(tx, ctx, invitation);
    if (!open) return null;
    const { id, generation, expiresAt } = open;
    const [secret] = await makeLinks(tx, ctx, [
      { workspaceId, purpose: "INVITATION", subjectId: id, generation, expiresAt },
    ]);
    await vouchFor(tx, workspaceId, by, [open]);
    await recordAudit(tx, ctx, workspaceId, by, { type: "invitation_link_copied", subject: id });
    return { link: linkAddress(ctx, "INVITATION", secret as string), expiresAt };
  });
  return made ? { ...made, userErrors: [] } : refuse(ctx, "INVITATION_CLOSED");
}

const refuse = (ctx: Ctx, code: UserErrorCode): CopyInvitationLinkPayload => ({
  link: null,
  expiresAt: null,
  userErrors: [userError(ctx.language, code, ["invitationId"])],
});

/** Holds the row as it is now: a resend at the same moment would leave the new link in a dead generation. */
async function lockOpen(tx: Tx, ctx: Ctx, { id, workspaceId }: Invitation): Promise<Invitation | null> {
  const now = ctx.clock.now();
  const open = { id, workspaceId, status: "PENDING" as const, expiresAt: MoreThan(now) };
  const { affected } = await tx.update(Invitation, open, { updatedAt: now });
  return affected === 1 ? tx.findOneByOrFail(Invitation, { id }) : null;
}

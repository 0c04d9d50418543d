import { can } from "@usher/rules/permissions";
import type { BulkInviteInput } from "@usher/schema/adding";
import { type Ctx, require } from "../context.js";
import { type InviteAnswer, invitePeople } from "./invite-people.js";

/** Invites thousands in one call: the same as `inviteUsers` for those who hold CAN_BULK_INVITE, with a policy for existing people. */
export async function bulkInvite(ctx: Ctx, input: BulkInviteInput): Promise<InviteAnswer> {
  const ids = require(ctx, can.bulkInvite(ctx.actor), "CAN_BULK_INVITE and the right to add people");
  return invitePeople(ctx, ids, {
    operation: "bulkInvite",
    people: input.people,
    message: input.message ?? null,
    lifetimeHours: input.lifetimeHours ?? null,
    sendMail: true,
    createMissing: input.createMissing,
    existing: input.existing,
    dryRun: input.dryRun,
    errorPolicy: input.errorPolicy,
    idempotencyKey: input.idempotencyKey || null,
  });
}

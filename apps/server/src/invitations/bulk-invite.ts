import { can } from "@usher/rules/permissions";
import { withIdentity } from "@usher/rules/person";
import type { BulkInviteInput } from "@usher/schema/adding";
import { type Ctx, require } from "../context.js";
import { type AddAnswer, addPeople } from "../people/add-people.js";

/**
 * Invites or creates thousands in one call, for those who hold CAN_BULK_INVITE, with a policy for existing people. Administrators of
 * groups invite to theirs.
 */
export async function bulkInvite(ctx: Ctx, input: BulkInviteInput): Promise<AddAnswer> {
  const ids = require(ctx, can.bulkInvite(ctx.actor), "CAN_BULK_INVITE and the right to invite");
  return addPeople(ctx, ids, {
    operation: "bulkInvite",
    create:
      input.mode === "CREATE"
        ? { credential: input.credential, password: null, activationMail: input.activationMail }
        : null,
    people: input.people.map((person) => withIdentity(person, person.identity)),
    session: null,
    group: null,
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

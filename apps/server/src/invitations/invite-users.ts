import { can } from "@usher/rules/permissions";
import type { InviteUsersInput } from "@usher/schema/adding";
import { type Ctx, require } from "../context.js";
import { type AddAnswer, addPeople } from "../people/add-people.js";

/** Invites one or several people; whoever has an account already is at most added to the groups. */
export async function inviteUsers(ctx: Ctx, input: InviteUsersInput): Promise<AddAnswer> {
  const ids = require(ctx, can.add(ctx.actor), "the right to add people");
  return addPeople(ctx, ids, {
    operation: "inviteUsers",
    create: null,
    people: input.people,
    message: input.message ?? null,
    lifetimeHours: input.lifetimeHours ?? null,
    sendMail: input.sendMail,
    createMissing: input.createMissing,
    existing: "LEAVE",
    dryRun: input.dryRun,
    errorPolicy: input.errorPolicy,
    idempotencyKey: input.idempotencyKey || null,
  });
}

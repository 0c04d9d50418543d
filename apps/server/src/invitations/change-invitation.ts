import { parseEmail } from "@usher/rules/email";
import { can } from "@usher/rules/permissions";
import type { ChangeInvitationInput, ChangeInvitationPayload } from "@usher/schema/change-invitation";
import type { UserErrorCode } from "@usher/schema/user-error";
import { type Ctx, require } from "../context.js";
import { isKeyConflict } from "../db/bulk-insert.js";
import type { Tx } from "../db/transaction.js";
import { followLeader } from "../groups/follow-leader.js";
import { userError } from "../http/user-errors.js";
import { readdressPlaces } from "../program-sessions/readdress-places.js";
import { User } from "../users/user.entity.js";
import { beyondChanging, beyondHandingOver } from "./beyond-reach.js";
import { changeAddress } from "./change-address.js";
import { changeLifetime } from "./change-lifetime.js";
import { findInvitation } from "./find-invitation.js";
import { BeyondTheHour, keepWithinTheHour, tooManyPeople } from "./hourly-limit.js";
import { Invitation } from "./invitation.entity.js";
import { isLifetime } from "./lifetime.js";
import { presentInvitation } from "./present-invitation.js";
import { vouchFor } from "./vouch-for.js";

/** Ends the transaction: nothing was changed. */
class ChangeRefused extends Error {
  constructor(
    readonly code: UserErrorCode,
    readonly field: keyof ChangeInvitationInput,
  ) {
    super(code);
  }
}

/**
 * Corrects an invitation that is pending or expired: another address gets a new link and mail, and the old links die (F20);
 * another lifetime counts from now and holds for the links that are out (F12).
 */
export async function changeInvitation(ctx: Ctx, input: ChangeInvitationInput): Promise<ChangeInvitationPayload> {
  const { userId, workspaceId } = require(ctx, can.changeInvitations(ctx.actor), "the right to invite");
  const invitation = await findInvitation(ctx, input.invitationId);
  const { id, emailKey } = invitation;
  const lifetimeHours = input.lifetimeHours ?? null;
  if (input.email == null && lifetimeHours === null) return refuse(ctx, "REQUIRED", "email");
  const email = input.email == null ? null : parseEmail(input.email);
  if (email && !email.ok) return refuse(ctx, email.code, "email");
  if (lifetimeHours !== null && !isLifetime(lifetimeHours)) return refuse(ctx, "OUT_OF_RANGE", "lifetimeHours");
  const isReaddressed = email !== null && email.key !== emailKey;
  const work = async (tx: Tx): Promise<string | null> => {
    // whoever owns the new address could accept
    const beyond = await (isReaddressed ? beyondHandingOver : beyondChanging)(tx, ctx.actor, workspaceId, [id]);
    if (beyond.size > 0) throw new ChangeRefused("NOT_ALLOWED", "invitationId");
    if (isReaddressed) await mustBeFree(tx, workspaceId, email.key);
    if (isReaddressed && !can.bulkInvite(ctx.actor)) await keepWithinTheHour(tx, ctx, workspaceId, userId, 1);
    const by = { kind: "user", userId } as const;
    // by the former address, under which the person is awaited
    await vouchFor(tx, workspaceId, by, [invitation]);
    if (lifetimeHours !== null && !(await changeLifetime(tx, ctx, workspaceId, by, id, lifetimeHours))) {
      throw new ChangeRefused("INVITATION_CLOSED", "invitationId");
    }
    if (!isReaddressed) return null;
    const changed = await changeAddress(tx, ctx, workspaceId, by, id, email);
    if (!changed) throw new ChangeRefused("INVITATION_CLOSED", "invitationId");
    await readdressPlaces(tx, ctx.actor, invitation, email);
    // another address may be another person's: who leads a team then is for those to say who may change teams
    if (can.replaceLeaders(ctx.actor)) await followLeader(tx, invitation, email.key);
    return changed.link;
  };
  try {
    const link = await ctx.tx(work);
    const stored = await ctx.read.findOneByOrFail(Invitation, { id });
    return { invitation: presentInvitation(stored, ctx.clock.now()), link, userErrors: [] };
  } catch (error) {
    if (error instanceof ChangeRefused) return refuse(ctx, error.code, error.field);
    // the key says "one live invitation per address"
    if (isKeyConflict(error)) return refuse(ctx, "ALREADY_INVITED", "email");
    if (!(error instanceof BeyondTheHour)) throw error;
    const tooMany = await tooManyPeople(ctx, workspaceId, error, ["invitationId"]);
    return { invitation: null, link: null, userErrors: [tooMany] };
  }
}

const refuse = (ctx: Ctx, code: UserErrorCode, field: keyof ChangeInvitationInput): ChangeInvitationPayload => ({
  invitation: null,
  link: null,
  userErrors: [userError(ctx.language, code, [field])],
});

async function mustBeFree(tx: Tx, workspaceId: string, emailKey: string): Promise<void> {
  if (await tx.existsBy(User, { workspaceId, emailKey })) throw new ChangeRefused("EMAIL_TAKEN", "email");
}

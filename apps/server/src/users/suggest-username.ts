import { parseEmail } from "@usher/rules/email";
import { can } from "@usher/rules/permissions";
import { type Ctx, require } from "../context.js";
import { freeUsername } from "./free-username.js";

/** A free username that is derived from the address (F10); null when that is none. */
export async function suggestUsername(ctx: Ctx, email: string): Promise<string | null> {
  const { userId, workspaceId } = require(ctx, can.askAvailability(ctx.actor), "the right to invite");
  await ctx.throttle.availability.spend(userId);
  const parsed = parseEmail(email);
  return parsed.ok ? freeUsername(ctx.read, workspaceId, parsed.email) : null;
}

import { parseEmail } from "@usher/rules/email";
import { can } from "@usher/rules/permissions";
import { parseUsername } from "@usher/rules/username";
import {
  type AvailabilityArgs,
  type AvailabilityEntry,
  type AvailabilityResult,
  maxAvailabilityValues,
} from "@usher/schema/availability";
import { type Ctx, require } from "../context.js";
import { readByKeys } from "../db/read-by-keys.js";
import { badUserInput, forbidden } from "../http/refusals.js";
import { Invitation } from "../invitations/invitation.entity.js";
import { lookUpLink } from "../links/read-link.js";
import { User } from "./user.entity.js";

/**
 * Whether addresses and usernames can be given to someone new (F10): for those who invite or create, and, of usernames only, for
 * whoever holds a live link and is choosing one. Every value that is asked about counts against a budget: the answer tells
 * who is here.
 */
export async function askAvailability(ctx: Ctx, args: AvailabilityArgs): Promise<AvailabilityResult> {
  const { emails, usernames, token } = {
    emails: args.emails ?? [],
    usernames: args.usernames ?? [],
    token: args.token,
  };
  const count = emails.length + usernames.length;
  if (count > maxAvailabilityValues) {
    throw badUserInput(`At most ${maxAvailabilityValues} e-mail addresses and usernames can be asked about at once.`);
  }
  const { asker, workspaceId } = await whoAsks(ctx, token, emails.length > 0);
  await ctx.throttle.availability.spend(asker, Math.max(1, count));
  return {
    emails: await aboutEmails(ctx, workspaceId, emails),
    usernames: await aboutUsernames(ctx, workspaceId, usernames),
  };
}

async function whoAsks(
  ctx: Ctx,
  token: string | null | undefined,
  isAboutEmails: boolean,
): Promise<{ asker: string; workspaceId: string }> {
  if (!token) {
    const need = "the right to invite";
    const { userId, workspaceId } = require(ctx, can.askAvailability(ctx.actor), need);
    return { asker: userId, workspaceId };
  }
  if (isAboutEmails) throw badUserInput("With a link only usernames can be asked about.");
  const { state, link } = await lookUpLink(ctx, token);
  if (state !== "VALID" || !link) throw forbidden("a link that works");
  return { asker: link.subjectId, workspaceId: link.workspaceId };
}

async function aboutEmails(ctx: Ctx, workspaceId: string, emails: readonly string[]): Promise<AvailabilityEntry[]> {
  const keys = emails.map((email) => {
    const parsed = parseEmail(email);
    return parsed.ok ? parsed.key : null;
  });
  const asked = new Set(keys.filter((key) => key !== null));
  const now = ctx.clock.now();
  const [users, invitations] = await Promise.all([
    readByKeys(ctx.read, User, ["emailKey"], workspaceId, "emailKey", asked),
    readByKeys(ctx.read, Invitation, ["openKey", "expiresAt"], workspaceId, "openKey", asked),
  ]);
  const taken = new Set(users.map(({ emailKey }) => emailKey));
  // an expired one does not stand in the way: inviting renews it
  const invited = new Set(invitations.filter(({ expiresAt }) => expiresAt > now).map(({ openKey }) => openKey));
  return emails.map((value, i) => {
    const key = keys[i] ?? null;
    if (key === null) return { value, availability: "MALFORMED" };
    return { value, availability: taken.has(key) ? "TAKEN" : invited.has(key) ? "INVITED" : "FREE" };
  });
}

async function aboutUsernames(
  ctx: Ctx,
  workspaceId: string,
  usernames: readonly string[],
): Promise<AvailabilityEntry[]> {
  const parsed = usernames.map((raw) => {
    const username = parseUsername(raw);
    return username.ok ? username.username : null;
  });
  const asked = new Set(parsed.filter((username) => username !== null));
  const users = await readByKeys(ctx.read, User, ["username"], workspaceId, "username", asked);
  const taken = new Set(users.map(({ username }) => username));
  return usernames.map((value, i) => {
    const username = parsed[i] ?? null;
    if (username === null) return { value, availability: "MALFORMED" };
    return { value, availability: taken.has(username) ? "TAKEN" : "FREE" };
  });
}

import type { Mail, TimelineEntry, TimelineEvent } from "@usher/schema/timeline";
import type { AuditEventRow } from "../audit/audit-event.entity.js";
import type { AuditEvent } from "../audit/record-audit.js";
import type { Ctx } from "../context.js";
import { Invitation } from "../invitations/invitation.entity.js";
import { statusOf } from "../invitations/invitation-status.js";
import { mailsOf } from "../mail/mails-of.js";
import { User } from "../users/user.entity.js";
import { eventNames } from "./event-names.js";
import { recordedEvents } from "./recorded-events.js";

const mostEntries = 100;

/** What happened to an invitation, newest first (F20). */
export async function storyOfInvitation(ctx: Ctx, id: string): Promise<TimelineEntry[]> {
  const invitation = await ctx.loaders.byId(Invitation).load(id);
  return invitation ? newestFirst(await invitationEntries(ctx, invitation)) : [];
}

/** What happened to a user, and to the invitation that they came by, newest first. */
export async function storyOfUser(ctx: Ctx, id: string): Promise<TimelineEntry[]> {
  const user = await ctx.loaders.byId(User).load(id);
  if (!user) return [];
  const [recorded, mails] = await Promise.all([recordedEvents(ctx, user.workspaceId, id), mailsOf(ctx, id)]);
  const invitation = await invitationOf(ctx, recorded);
  const before = invitation ? await invitationEntries(ctx, invitation) : [];
  const isInvited = invitation !== null && user.createdById === null;
  return newestFirst([
    ...before,
    ...(isInvited ? [] : [entry(user.createdAt, "CREATED", user.createdById)]),
    ...namedEntries(recorded),
    ...mails.map(mailEntry),
    ...(user.openedAt ? [entry(user.openedAt, "OPENED")] : []),
    ...(user.activatedAt && user.credential !== null ? [entry(user.activatedAt, "ACTIVATED", user.id)] : []),
    ...(isActivationOver(user, ctx.clock.now()) ? [entry(user.activationExpiresAt as Date, "EXPIRED")] : []),
  ]);
}

const isActivationOver = ({ status, activationExpiresAt }: User, now: Date): boolean =>
  status === "PENDING" && activationExpiresAt !== null && activationExpiresAt <= now;

async function invitationEntries(ctx: Ctx, invitation: Invitation): Promise<TimelineEntry[]> {
  const { id, workspaceId, createdAt, inviterId, openedAt, seatRefusedAt, acceptedAt, acceptedUserId } = invitation;
  const [recorded, mails] = await Promise.all([recordedEvents(ctx, workspaceId, id), mailsOf(ctx, id)]);
  const named = namedEntries(recorded);
  const isCancelTold = named.some(({ event }) => event === "CANCELLED");
  return [
    entry(createdAt, "INVITED", inviterId),
    ...named,
    ...mails.map(mailEntry),
    ...(openedAt ? [entry(openedAt, "OPENED")] : []),
    ...(seatRefusedAt ? [entry(seatRefusedAt, "SEAT_REFUSED")] : []),
    ...(acceptedAt ? [entry(acceptedAt, "ACCEPTED", acceptedUserId)] : []),
    // closed by something else, such as an account for the same address: nothing of a closed row changes any more
    ...(invitation.status === "CANCELLED" && !isCancelTold ? [entry(invitation.updatedAt, "CANCELLED")] : []),
    ...(statusOf(invitation, ctx.clock.now()) === "EXPIRED" ? [entry(invitation.expiresAt, "EXPIRED")] : []),
  ];
}

async function invitationOf(ctx: Ctx, recorded: readonly AuditEventRow[]): Promise<Invitation | null> {
  const joined = recorded.find(({ type }) => type === "joined");
  return joined ? ctx.loaders.byId(Invitation).load(joined.details.invitationId as string) : null;
}

/** Recorded newest first; a story's parts are put together oldest first. */
const namedEntries = (recorded: readonly AuditEventRow[]): TimelineEntry[] =>
  recorded.toReversed().flatMap(({ type, createdAt, actorId }) => {
    const name = eventNames[type as AuditEvent["type"]];
    return name ? [entry(createdAt, name, actorId)] : [];
  });

const mailEntry = (mail: Mail): TimelineEntry => ({
  at: mail.delivery.at,
  event: `MAIL_${mail.delivery.status}`,
  actorId: null,
  mail,
});

const entry = (at: Date, event: TimelineEvent, actorId: string | null = null): TimelineEntry => ({
  at,
  event,
  actorId,
  mail: null,
});

/** Of what happened in the same millisecond, what was put in later came later. */
const newestFirst = (entries: readonly TimelineEntry[]): TimelineEntry[] =>
  entries
    .toSorted((a, b) => a.at.getTime() - b.at.getTime())
    .reverse()
    .slice(0, mostEntries);

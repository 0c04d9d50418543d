import type { UserError } from "@usher/schema/user-error";
import { In, MoreThan } from "typeorm";
import { AuditEventRow } from "../audit/audit-event.entity.js";
import type { AuditEvent } from "../audit/record-audit.js";
import type { App, Ctx } from "../context.js";
import { readByKeys } from "../db/read-by-keys.js";
import type { Tx } from "../db/transaction.js";
import { userError } from "../http/user-errors.js";
import { User } from "../users/user.entity.js";
import { Workspace } from "../workspaces/workspace.entity.js";
import { hourlyLimitWords } from "./hourly-limit-words.js";

/** Without CAN_BULK_INVITE, so that a loop of small calls is no bulk invite (F55). */
export const peoplePerHour = 200;
const hour = 3_600_000;

/** Whatever brings somebody a mail or a link: with a `count`, or of one person. */
const counted: readonly AuditEvent["type"][] = [
  "people_invited",
  "people_created",
  "invitation_resent",
  "invitation_address_changed",
  "activation_mails_sent",
];

/** Ends the transaction: nothing was done. */
export class BeyondTheHour extends Error {
  constructor(
    /** How many more would have fitted. */
    readonly room: number,
    /** From when all will; null for more than an hour's worth. */
    readonly from: Date | null,
  ) {
    super(`${room} more people fit into this hour`);
  }
}

/**
 * Throws BeyondTheHour when the actor, who may not bulk invite, has reached too many people within this hour to reach `wanted`
 * more, counted from what was recorded of them. Calls of one actor wait for each other here, or many at once would all find
 * the same room.
 */
export async function keepWithinTheHour(
  tx: Tx,
  app: Pick<App, "clock">,
  workspaceId: string,
  actorId: string,
  wanted: number,
): Promise<void> {
  await readByKeys(tx, User, ["id"], workspaceId, "id", [actorId], { lock: true });
  const since = new Date(app.clock.now().getTime() - hour);
  const events = await tx.find(AuditEventRow, {
    where: { workspaceId, actorId, createdAt: MoreThan(since), type: In([...counted]) },
    select: { id: true, createdAt: true, details: true },
    order: { createdAt: "ASC" },
  });
  const countOf = ({ details }: AuditEventRow) => Number(details.count ?? 1);
  let used = events.reduce((sum, event) => sum + countOf(event), 0);
  const room = Math.max(0, peoplePerHour - used);
  if (wanted <= room) return;
  for (const event of events) {
    used -= countOf(event);
    if (used + wanted <= peoplePerHour) throw new BeyondTheHour(room, new Date(event.createdAt.getTime() + hour));
  }
  throw new BeyondTheHour(room, null);
}

/** The refusal in words: how many are left now, and when to come back. */
export async function tooManyPeople(
  ctx: Ctx,
  workspaceId: string,
  { room, from }: BeyondTheHour,
  path: readonly string[],
): Promise<UserError> {
  const words = hourlyLimitWords[ctx.language];
  const left = words.room(room, peoplePerHour);
  if (!from) return userError(ctx.language, "TOO_MANY_PEOPLE", path, left);
  const { timeZone } = await ctx.read.findOneByOrFail(Workspace, { id: workspaceId });
  const format = new Intl.DateTimeFormat(ctx.language, {
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    timeZone,
  });
  // the minute after: at the beginning of the shown one it might still be too early
  const time = format.format(new Date(from.getTime() + 60_000));
  return userError(ctx.language, "TOO_MANY_PEOPLE", path, `${left} ${words.from(time)}`);
}

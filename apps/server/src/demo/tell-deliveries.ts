import { LessThan } from "typeorm";
import { bulkInsert } from "../db/bulk-insert.js";
import { bulkUpdate } from "../db/bulk-update.js";
import { groupBy } from "../db/group-by.js";
import { Invitation } from "../invitations/invitation.entity.js";
import { OutboxMail } from "../mail/outbox-mail.entity.js";
import { DayCount } from "../onboarding/day-count.entity.js";
import { todayIn } from "../workspaces/today.js";
import { Workspace } from "../workspaces/workspace.entity.js";
import { type DemoDesk, days } from "./demo-desk.js";

const refusals = [
  "550 5.1.1 Recipient address rejected: User unknown in virtual mailbox table",
  "552 5.2.2 The recipient's mailbox is full",
  "550 5.7.1 Message rejected by the recipient's mail gateway",
];

/** Writes what a mail server would have said to every mail of the story but those of the last day, and who opened theirs. */
export async function tellDeliveries({ app, chance, today }: DemoDesk, workspaceId: string): Promise<void> {
  const { read, tx } = app.db;
  const past = new Date(today - days(1));
  const [mails, invitations] = await Promise.all([
    read.find(OutboxMail, {
      where: { workspaceId, createdAt: LessThan(past) },
      order: { createdAt: "ASC", id: "ASC" },
    }),
    read.find(Invitation, { where: { workspaceId }, order: { createdAt: "ASC", id: "ASC" } }),
  ]);
  const byId = new Map(invitations.map((invitation) => [invitation.id, invitation]));
  const lost = new Set<string>();
  const delivered = new Map<string, Date>();
  const outcomes = mails.map(({ id, subjectId, createdAt }) => {
    const isLost = byId.get(subjectId)?.status === "PENDING" && chance.is(0.2);
    if (isLost) lost.add(subjectId);
    const at = new Date(createdAt.getTime() + 1_000 + chance.next() * 20_000);
    if (!isLost && byId.has(subjectId) && !delivered.has(subjectId)) delivered.set(subjectId, at);
    const queueId = Math.floor(chance.next() * 2 ** 40).toString(16);
    const values: Partial<OutboxMail> = {
      state: isLost ? "FAILED" : "SENT",
      serverAnswer: isLost ? chance.pick(refusals) : `250 2.0.0 Ok: queued as ${queueId.toUpperCase()}`,
      sealedSecret: null,
      attempts: 1,
      stateAt: at,
    };
    return { id, values };
  });
  const opened = new Map<string, Date>();
  for (const { id, status, acceptedAt, lastSentAt } of invitations) {
    if (lost.has(id) || (status !== "ACCEPTED" && !chance.is(0.35))) continue;
    const from = acceptedAt ? acceptedAt.getTime() - 40 * 60_000 : (lastSentAt?.getTime() ?? today);
    opened.set(id, new Date(Math.min(today, from + chance.next() * 30 * 60_000)));
  }
  const fates = invitations.map(({ id }): { id: string; values: Partial<Invitation> } => {
    const [deliveredAt, openedAt] = [delivered.get(id), opened.get(id)];
    const deliveryState = lost.has(id) ? "FAILED" : deliveredAt && "SENT";
    return {
      id,
      values: {
        ...(deliveryState && { deliveryState }),
        ...(deliveredAt && { deliveredAt }),
        ...(openedAt && { openedAt }),
      },
    };
  });
  const { timeZone } = await read.findOneByOrFail(Workspace, { id: workspaceId });
  const counts = [
    ...countsOf("DELIVERED", [...delivered.values()], workspaceId, timeZone),
    ...countsOf("OPENED", [...opened.values()], workspaceId, timeZone),
  ];
  await tx(async (each) => {
    await bulkUpdate(each, OutboxMail, workspaceId, outcomes);
    await bulkUpdate(each, Invitation, workspaceId, fates);
    await bulkInsert(each, DayCount, counts);
  });
}

/** What would have been counted on each day, had it happened then. */
function countsOf(step: DayCount["step"], moments: readonly Date[], workspaceId: string, timeZone: string): DayCount[] {
  const byDay = groupBy(moments, (moment) => todayIn(timeZone, moment));
  return [...byDay].map(([day, alike]) => ({ workspaceId, day, step, shard: 0, people: alike.length }));
}

import type { EntityManager } from "typeorm";
import { Workspace } from "../workspaces/workspace.entity.js";

const day = 24 * 3_600_000;

/** What a workspace has set (F19). */
export type ReminderPlan = Pick<Workspace, "reminderAfterDays" | "reminderCount">;

export async function readReminderPlan(read: EntityManager, workspaceId: string): Promise<ReminderPlan> {
  const workspace = await read.findOneBy(Workspace, { id: workspaceId });
  return workspace ?? { reminderAfterDays: 0, reminderCount: 0 };
}

/** When the next reminder is due, counted from the latest mail; null when enough were sent, or the link ends before. */
export function nextReminder(
  { reminderAfterDays, reminderCount }: ReminderPlan,
  { sentAt, expiresAt, sent }: { sentAt: Date; expiresAt: Date; sent: number },
): Date | null {
  if (sent >= reminderCount) return null;
  const due = new Date(sentAt.getTime() + reminderAfterDays * day);
  return due < expiresAt ? due : null;
}

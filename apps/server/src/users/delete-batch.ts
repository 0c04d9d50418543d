import { In } from "typeorm";
import { type AuditActor, recordAudits } from "../audit/record-audit.js";
import type { App } from "../context.js";
import type { Tx } from "../db/transaction.js";
import type { BatchResult } from "../tasks/act-on-selection.js";
import { holdSeats } from "../workspaces/hold-seats.js";
import { erasePeople } from "./erase-people.js";
import { type HeldUser, holdOthers } from "./hold-users.js";
import { User } from "./user.entity.js";

/**
 * Removes these accounts and erases what is known of their people; the audit trail keeps ids only (F49). The founder and
 * oneself are refused. `isDue`: looked at once the row is held, for who was to be deleted when the batch was read.
 */
export async function deleteBatch(
  tx: Tx,
  app: Pick<App, "clock" | "secrets">,
  workspaceId: string,
  actor: AuditActor,
  ids: readonly string[],
  isDue: (user: HeldUser) => boolean = () => true,
): Promise<BatchResult> {
  const seats = await holdSeats(tx, workspaceId);
  const { users, refused } = await holdOthers(tx, workspaceId, actor, ids);
  const due = users.filter(isDue);
  if (due.length === 0) return { changed: 0, refused };
  await tx.delete(User, { workspaceId, id: In(due.map(({ id }) => id)) });
  await seats.move(-due.filter(({ hasSeat }) => hasSeat).length);
  await erasePeople(tx, app, workspaceId, due);
  const events = due.map(({ id }) => ({ type: "user_deleted", subject: id }) as const);
  await recordAudits(tx, app, workspaceId, actor, events);
  return { changed: due.length, refused };
}

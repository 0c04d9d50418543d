import { In } from "typeorm";
import { type AuditActor, recordAudits } from "../audit/record-audit.js";
import type { App } from "../context.js";
import type { Tx } from "../db/transaction.js";
import { endOffersTo } from "../permissions/end-offers.js";
import type { BatchResult } from "../tasks/act-on-selection.js";
import { holdSeats } from "../workspaces/hold-seats.js";
import { endAccess, suppressMails } from "./end-access.js";
import { holdOthers } from "./hold-users.js";
import { User } from "./user.entity.js";

/**
 * Closes these accounts: sessions and links die at once, seats are freed, mails that wait are not sent (F49, F66). Those
 * that are closed already are as wished; the founder and oneself are refused.
 */
export async function deactivateBatch(
  tx: Tx,
  app: Pick<App, "clock">,
  workspaceId: string,
  actor: AuditActor,
  ids: readonly string[],
): Promise<BatchResult> {
  const seats = await holdSeats(tx, workspaceId);
  const { users, refused } = await holdOthers(tx, workspaceId, actor, ids);
  const open = users.filter(({ status }) => status !== "DEACTIVATED");
  if (open.length === 0) return { changed: 0, refused };
  const userIds = open.map(({ id }) => id);
  await tx.update(
    User,
    { workspaceId, id: In(userIds) },
    {
      status: "DEACTIVATED",
      hasSeat: false,
      billedFrom: null,
      generation: () => "generation + 1",
      // no link is left that could end, and nothing that somebody would wait for
      activationExpiresAt: null,
      attention: null,
      newLinkAskedAt: null,
      updatedAt: app.clock.now(),
    },
  );
  await seats.move(-open.filter(({ hasSeat }) => hasSeat).length);
  await endAccess(tx, userIds);
  await suppressMails(tx, app, workspaceId, userIds);
  await endOffersTo(tx, workspaceId, userIds);
  const events = userIds.map((subject) => ({ type: "user_deactivated", subject }) as const);
  await recordAudits(tx, app, workspaceId, actor, events);
  return { changed: userIds.length, refused };
}

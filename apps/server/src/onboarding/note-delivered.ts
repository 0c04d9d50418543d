import { type EntityTarget, In, IsNull, type ObjectLiteral } from "typeorm";
import type { App } from "../context.js";
import { groupBy } from "../db/group-by.js";
import type { Tx } from "../db/transaction.js";
import type { SettledMail } from "../mail/mail-kind.js";
import { countDay } from "./count-day.js";

interface Delivered extends ObjectLiteral {
  id: string;
  workspaceId: string;
  deliveredAt: Date | null;
}

/** Notes whose first mail the mail server has taken, and counts them: once for everybody, however often mails are repeated. */
export async function noteDelivered<Entity extends Delivered>(
  tx: Tx,
  app: Pick<App, "clock">,
  target: EntityTarget<Entity>,
  mails: readonly SettledMail[],
): Promise<void> {
  const sent = mails.filter(({ state }) => state === "SENT");
  for (const [workspaceId, alike] of groupBy(sent, ({ row }) => row.workspaceId)) {
    const first = { workspaceId, id: In(alike.map(({ row }) => row.subjectId)), deliveredAt: IsNull() };
    const { affected } = await tx.update(target, first as never, { deliveredAt: app.clock.now() } as never);
    await countDay(tx, app, workspaceId, { DELIVERED: affected ?? 0 });
  }
}

import { In } from "typeorm";
import type { App } from "../context.js";
import type { Tx } from "../db/transaction.js";
import { OutboxMail } from "../mail/outbox-mail.entity.js";
import { KnownDevice } from "../sessions/known-device.entity.js";
import { Session } from "../sessions/session.entity.js";
import { User } from "./user.entity.js";

/** Signs these users out everywhere and forgets their browsers, at once. */
export async function endAccess(tx: Tx, userIds: readonly string[]): Promise<void> {
  await tx.delete(Session, { userId: In([...userIds]) });
  await tx.delete(KnownDevice, { userId: In([...userIds]) });
}

/** Keeps mails from going out that nobody needs any more; one that is on its way this moment is told of when it has gone. */
export async function suppressMails(
  tx: Tx,
  app: Pick<App, "clock">,
  workspaceId: string,
  userIds: readonly string[],
): Promise<void> {
  const now = app.clock.now();
  await tx
    .createQueryBuilder()
    .update(OutboxMail)
    .set({ state: "SUPPRESSED", serverAnswer: "The account was closed.", sealedSecret: null, stateAt: now })
    .where("subject_id IN (:...userIds) AND state = 'QUEUED' AND (lease_until IS NULL OR lease_until <= :now)")
    .setParameters({ userIds, now })
    .updateEntity(false)
    .execute();
  await tx.update(
    User,
    { workspaceId, id: In([...userIds]), deliveryState: "QUEUED" },
    { deliveryState: "SUPPRESSED" },
  );
}

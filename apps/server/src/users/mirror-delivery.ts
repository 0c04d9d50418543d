import { In, IsNull } from "typeorm";
import type { App } from "../context.js";
import { groupBy } from "../db/group-by.js";
import type { Tx } from "../db/transaction.js";
import type { SettledMail } from "../mail/mail-kind.js";
import { noteDelivered } from "../onboarding/note-delivered.js";
import { User } from "./user.entity.js";

/**
 * Keeps on the users what became of the mails that open their accounts, where lists filter by it. A mail of an earlier
 * generation says nothing of the present link. Who was created with a password has a seat, which is paid for from the moment
 * the mail server took the first mail that told them (F66): the notice, or the link that was sent after it had failed.
 */
export async function mirrorDelivery(tx: Tx, app: Pick<App, "clock">, mails: readonly SettledMail[]): Promise<void> {
  for (const alike of groupBy(mails, ({ row, state }) => `${state} ${row.generation}`).values()) {
    const { row, state } = alike[0];
    const ids = alike.map((mail) => mail.row.subjectId);
    await tx.update(User, { id: In(ids), generation: row.generation }, { deliveryState: state });
  }
  const told = mails.filter(({ state }) => state === "SENT").map(({ row }) => row.subjectId);
  if (told.length > 0) {
    await tx.update(User, { id: In(told), hasSeat: true, billedFrom: IsNull() }, { billedFrom: app.clock.now() });
  }
  await noteDelivered(tx, app, User, mails);
}

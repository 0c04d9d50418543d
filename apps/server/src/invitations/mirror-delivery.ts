import type { App } from "../context.js";
import { groupBy } from "../db/group-by.js";
import type { Tx } from "../db/transaction.js";
import type { SettledMail } from "../mail/mail-kind.js";
import { noteDelivered } from "../onboarding/note-delivered.js";
import { Invitation } from "./invitation.entity.js";

/**
 * Keeps on the invitations what became of their mails, where lists filter by it. A mail of an earlier generation says nothing
 * of the present link. Whom mail does not reach is not reminded (F19).
 */
export async function mirrorDelivery(tx: Tx, app: Pick<App, "clock">, mails: readonly SettledMail[]): Promise<void> {
  for (const alike of groupBy(mails, ({ row, state }) => `${state} ${row.generation}`).values()) {
    const { row, state } = alike[0];
    const isUnreachable = state === "FAILED" || state === "BOUNCED";
    await tx
      .createQueryBuilder()
      .update(Invitation)
      .set({ deliveryState: state, ...(isUnreachable && { nextReminderAt: null }) })
      .where("id IN (:...ids) AND generation = :generation", {
        ids: alike.map((mail) => mail.row.subjectId),
        generation: row.generation,
      })
      .updateEntity(false)
      .execute();
  }
  await noteDelivered(tx, app, Invitation, mails);
}

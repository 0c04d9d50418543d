import type { App } from "../context.js";
import type { Tx } from "../db/transaction.js";
import { enqueueMail } from "../mail/enqueue-mail.js";
import { User } from "../users/user.entity.js";
import { seatLimitMail } from "./seat-limit-mail.js";
import { Workspace } from "./workspace.entity.js";

const day = 24 * 3_600_000;

/**
 * Tells whoever added a person that no seat was free for them; the founder where that one is gone or has no address. At most
 * once a day, however many come: a guarded update decides.
 */
export async function tellSeatLimit(
  tx: Tx,
  app: Pick<App, "clock" | "config" | "jobs" | "secrets">,
  workspaceId: string,
  adderId: string | null,
): Promise<void> {
  const user = await whomToTell(tx, workspaceId, adderId);
  if (!user) return;
  const now = app.clock.now();
  const { affected } = await tx
    .createQueryBuilder()
    .update(User)
    .set({ seatLimitToldAt: now })
    .where("id = :id AND (seat_limit_told_at IS NULL OR seat_limit_told_at <= :before)", {
      id: user.id,
      before: new Date(now.getTime() - day),
    })
    .updateEntity(false)
    .execute();
  if (affected === 1) await enqueueMail(tx, app, seatLimitMail(user));
}

async function whomToTell(tx: Tx, workspaceId: string, adderId: string | null): Promise<User | null> {
  const adder = adderId && (await tx.findOneBy(User, { id: adderId, workspaceId, status: "ACTIVE" }));
  if (adder && adder.email !== null) return adder;
  const { founderId } = await tx.findOneByOrFail(Workspace, { id: workspaceId });
  return tx.findOneBy(User, { id: founderId, workspaceId });
}

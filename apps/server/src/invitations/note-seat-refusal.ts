import type { App } from "../context.js";
import { tellSeatLimit } from "../workspaces/tell-seat-limit.js";
import { Invitation } from "./invitation.entity.js";

/** Notes that somebody would have accepted and found no seat free, and tells the inviter (F66). The link lives on. */
export async function noteSeatRefusal(
  app: Pick<App, "clock" | "config" | "db" | "jobs" | "secrets">,
  { id, workspaceId, inviterId }: Invitation,
): Promise<void> {
  const refused = { attention: "SEAT_LIMIT" as const, seatRefusedAt: app.clock.now() };
  await app.db.tx(async (tx) => {
    const { affected } = await tx.update(Invitation, { id, workspaceId, status: "PENDING" }, refused);
    if (affected === 1) await tellSeatLimit(tx, app, workspaceId, inviterId);
  });
}

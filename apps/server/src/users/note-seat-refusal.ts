import type { App } from "../context.js";
import { tellSeatLimit } from "../workspaces/tell-seat-limit.js";
import { User } from "./user.entity.js";

/** Notes that the owner of a created account found no seat free, and tells who created it (F66). The link lives on. */
export async function noteSeatRefusal(
  app: Pick<App, "clock" | "config" | "db" | "jobs" | "secrets">,
  { id, workspaceId, createdById }: User,
): Promise<void> {
  await app.db.tx(async (tx) => {
    const { affected } = await tx.update(User, { id, workspaceId, status: "PENDING" }, { attention: "SEAT_LIMIT" });
    if (affected === 1) await tellSeatLimit(tx, app, workspaceId, createdById);
  });
}

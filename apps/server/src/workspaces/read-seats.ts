import type { Seats } from "@usher/schema/workspace";
import { MoreThan } from "typeorm";
import type { Ctx } from "../context.js";
import { Invitation } from "../invitations/invitation.entity.js";
import { WorkspaceSeats } from "./workspace-seats.entity.js";

/** How many accounts take a seat and how many may, with the invitations that would take one (they reserve nothing). */
export async function readSeats(ctx: Pick<Ctx, "read" | "clock">, workspaceId: string): Promise<Seats> {
  const [{ used, seatLimit }, pending] = await Promise.all([
    ctx.read.findOneByOrFail(WorkspaceSeats, { workspaceId }),
    ctx.read.countBy(Invitation, { workspaceId, status: "PENDING", expiresAt: MoreThan(ctx.clock.now()) }),
  ]);
  return { used, pending, limit: seatLimit, free: seatLimit === null ? null : Math.max(0, seatLimit - used) };
}

import type { Seats } from "@usher/schema/workspace";
import { MoreThan } from "typeorm";
import type { Ctx } from "../context.js";
import { countSome } from "../db/count-some.js";
import { Invitation } from "../invitations/invitation.entity.js";
import { User } from "../users/user.entity.js";
import { WorkspaceSeats } from "./workspace-seats.entity.js";

/** How many accounts take a seat and how many may, with the people who would take one on coming in (they reserve nothing). */
export async function readSeats(ctx: Pick<Ctx, "read" | "clock">, workspaceId: string): Promise<Seats> {
  const [{ used, seatLimit }, invited, created] = await Promise.all([
    ctx.read.findOneByOrFail(WorkspaceSeats, { workspaceId }),
    countSome(ctx.read, Invitation, { workspaceId, status: "PENDING", expiresAt: MoreThan(ctx.clock.now()) }),
    countSome(ctx.read, User, { workspaceId, status: "PENDING", hasSeat: false }),
  ]);
  const free = seatLimit === null ? null : Math.max(0, seatLimit - used);
  return { used, pending: invited + created, limit: seatLimit, free };
}

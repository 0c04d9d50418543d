import { can } from "@usher/rules/permissions";
import type { UserErrorCode } from "@usher/schema/user-error";
import { type Ctx, require } from "../context.js";
import { manageSessionsNeed } from "./create-program-session.js";
import { findProgramSessions } from "./find-program-session.js";
import type { ProgramSession } from "./program-session.entity.js";

const most = 100;

/**
 * The sessions that a call is to merge or delete, each once, or why there are none. Throws NOT_FOUND when one of them is hidden, and FORBIDDEN
 * when one is not the actor's to run.
 */
export async function findConcerned(
  ctx: Ctx,
  ids: readonly string[],
): Promise<{ sessions: ProgramSession[]; problem?: undefined } | { sessions?: undefined; problem: UserErrorCode }> {
  if (ids.length === 0) return { problem: "REQUIRED" };
  if (ids.length > most) return { problem: "OUT_OF_RANGE" };
  const sessions = await findProgramSessions(ctx, [...new Set(ids.map((id) => id.toLowerCase()))]);
  require(ctx, sessions.every(({ groupId }) => can.manageSessions(ctx.actor, groupId)), manageSessionsNeed);
  return { sessions };
}

import { can } from "@usher/rules/permissions";
import type { UpdateProgramSessionInput } from "@usher/schema/program-session";
import { recordAudit } from "../audit/record-audit.js";
import { type Ctx, require } from "../context.js";
import type { Tx } from "../db/transaction.js";
import { notFound } from "../http/refusals.js";
import { checkSession, type SessionProblem, type SessionValues } from "./check-session.js";
import { manageSessionsNeed, refuseSession, type SessionResult } from "./create-program-session.js";
import { findProgramSession } from "./find-program-session.js";
import { holdSessions } from "./hold-sessions.js";
import { ProgramSession } from "./program-session.entity.js";

/** Changes a session's name and days. Throws NOT_FOUND for one that is hidden. */
export async function updateProgramSession(ctx: Ctx, input: UpdateProgramSessionInput): Promise<SessionResult> {
  const session = await findProgramSession(ctx, input.programSessionId);
  require(ctx, can.manageSessions(ctx.actor, session.groupId), manageSessionsNeed);
  const done = await ctx.tx((tx) => change(tx, ctx, session, input));
  return Array.isArray(done) ? refuseSession(ctx, done) : { programSession: done, userErrors: [] };
}

async function change(
  tx: Tx,
  ctx: Ctx,
  { id, workspaceId }: ProgramSession,
  input: UpdateProgramSessionInput,
): Promise<ProgramSession | SessionProblem[]> {
  const [present] = await holdSessions(tx, workspaceId, [id]);
  if (!present) throw notFound("program session");
  const { values, problems } = checkSession(input, present);
  if (problems) return problems;
  const changed = (["name", "startsOn", "endsOn"] as const).filter((field) => values[field] !== present[field]);
  if (changed.length === 0) return present;
  await tx.update(ProgramSession, { id, workspaceId }, values satisfies SessionValues);
  const actor = { kind: "user", userId: ctx.actor.userId } as const;
  await recordAudit(tx, ctx, workspaceId, actor, { type: "program_session_updated", subject: id, changed });
  return { ...present, ...values };
}

import { can } from "@usher/rules/permissions";
import type { CreateProgramSessionInput } from "@usher/schema/program-session";
import type { UserError } from "@usher/schema/user-error";
import { recordAudit } from "../audit/record-audit.js";
import { type Ctx, require } from "../context.js";
import { bulkInsert } from "../db/bulk-insert.js";
import { newId } from "../db/ids.js";
import type { Tx } from "../db/transaction.js";
import { findName } from "../groups/find-name.js";
import { holdNames } from "../groups/hold-names.js";
import { notFound } from "../http/refusals.js";
import { userError } from "../http/user-errors.js";
import { checkSession, type SessionProblem } from "./check-session.js";
import { ProgramSession } from "./program-session.entity.js";

export const manageSessionsNeed = "being an administrator, or administrator of the group";

/** The session as it is now, or why nothing was done. */
export interface SessionResult {
  programSession: ProgramSession | null;
  userErrors: UserError[];
}

/** Plans a session of a group, also one that is over (F51). Throws NOT_FOUND for a group that is hidden. */
export async function createProgramSession(ctx: Ctx, input: CreateProgramSessionInput): Promise<SessionResult> {
  const { id: groupId } = await findName(ctx, "group", input.groupId);
  const { workspaceId } = require(ctx, can.manageSessions(ctx.actor, groupId), manageSessionsNeed);
  const { values, problems } = checkSession(input, null);
  if (problems) return refuseSession(ctx, problems);
  const session: ProgramSession = { id: newId(), workspaceId, groupId, ...values, createdAt: ctx.clock.now() };
  await ctx.tx((tx) => plan(tx, ctx, session));
  return { programSession: session, userErrors: [] };
}

async function plan(tx: Tx, ctx: Ctx, session: ProgramSession): Promise<void> {
  const { id: subject, workspaceId, groupId } = session;
  // a group that is being deleted takes its sessions along
  const held = await holdNames(tx, "group", workspaceId, [groupId]);
  if (!held.has(groupId)) throw notFound("group");
  await bulkInsert(tx, ProgramSession, [session]);
  const actor = { kind: "user", userId: ctx.actor.userId } as const;
  await recordAudit(tx, ctx, workspaceId, actor, { type: "program_session_created", subject, groupId });
}

export const refuseSession = (ctx: Ctx, problems: readonly SessionProblem[]): SessionResult => ({
  programSession: null,
  userErrors: problems.map(([code, field]) => userError(ctx.language, code, [field])),
});

import type { PeopleMovedPayload } from "@usher/schema/members";
import type { DeleteProgramSessionsInput } from "@usher/schema/program-session";
import { In } from "typeorm";
import { recordAudits } from "../audit/record-audit.js";
import { type Ctx, signedIn } from "../context.js";
import type { Tx } from "../db/transaction.js";
import { notFound } from "../http/refusals.js";
import { userError } from "../http/user-errors.js";
import { findConcerned } from "./find-concerned.js";
import { holdSessions } from "./hold-sessions.js";
import { keepPromises } from "./keep-promises.js";
import { ProgramSession } from "./program-session.entity.js";
import { ProgramSessionMember } from "./program-session-member.entity.js";

/**
 * Deletes sessions; their people stay in the group, and addresses that were awaited are forgotten. In one transaction however many
 * they are: a session has hundreds of people, and what lets go of them is one statement over an index.
 */
export async function deleteProgramSessions(ctx: Ctx, input: DeleteProgramSessionsInput): Promise<PeopleMovedPayload> {
  const { sessions, problem } = await findConcerned(ctx, input.programSessionIds);
  if (problem) {
    return { affected: 0, task: null, userErrors: [userError(ctx.language, problem, ["programSessionIds"])] };
  }
  const affected = await ctx.tx((tx) => remove(tx, ctx, sessions));
  return { affected, task: null, userErrors: [] };
}

async function remove(tx: Tx, ctx: Ctx, found: readonly ProgramSession[]): Promise<number> {
  const { workspaceId, userId } = signedIn(ctx);
  const held = await holdSessions(
    tx,
    workspaceId,
    found.map(({ id }) => id),
  );
  const ids = held.map(({ id }) => id);
  if (ids.length === 0) throw notFound("program session");
  await keepPromises(tx, { workspaceId, userId }, { programSessionId: In(ids) });
  const { affected } = await tx.delete(ProgramSessionMember, { workspaceId, programSessionId: In(ids) });
  await tx.delete(ProgramSession, { workspaceId, id: In(ids) });
  const events = ids.map((subject) => ({ type: "program_session_deleted" as const, subject }));
  await recordAudits(tx, ctx, workspaceId, { kind: "user", userId }, events);
  return affected ?? 0;
}

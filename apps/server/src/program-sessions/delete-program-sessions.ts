import type { PeopleMovedPayload } from "@usher/schema/members";
import type { DeleteProgramSessionsInput } from "@usher/schema/program-session";
import { In, IsNull, Not } from "typeorm";
import { recordAudits } from "../audit/record-audit.js";
import { type Ctx, signedIn } from "../context.js";
import { inParts } from "../db/in-parts.js";
import { readByKeys } from "../db/read-by-keys.js";
import type { Tx } from "../db/transaction.js";
import { notFound } from "../http/refusals.js";
import { userError } from "../http/user-errors.js";
import { Invitation } from "../invitations/invitation.entity.js";
import { whatInvitersMayGrant } from "../invitations/inviter-grants.js";
import { findConcerned } from "./find-concerned.js";
import { holdSessions } from "./hold-sessions.js";
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
  const { workspaceId } = signedIn(ctx);
  const held = await holdSessions(
    tx,
    workspaceId,
    found.map(({ id }) => id),
  );
  const ids = held.map(({ id }) => id);
  if (ids.length === 0) throw notFound("program session");
  await takeOverInvitations(tx, workspaceId, ctx.actor.userId as string, ids);
  const { affected } = await tx.delete(ProgramSessionMember, { workspaceId, programSessionId: In(ids) });
  await tx.delete(ProgramSession, { workspaceId, id: In(ids) });
  const events = ids.map((subject) => ({ type: "program_session_deleted" as const, subject }));
  await recordAudits(tx, ctx, workspaceId, { kind: "user", userId: ctx.actor.userId }, events);
  return affected ?? 0;
}

/**
 * Invitations from these lead into the group all the same: those whose inviter could give that only from the session are from now on of
 * whoever deletes it, who runs the group (F57).
 */
async function takeOverInvitations(
  tx: Tx,
  workspaceId: string,
  userId: string,
  sessionIds: readonly string[],
): Promise<void> {
  const awaited = await tx.find(ProgramSessionMember, {
    where: { workspaceId, programSessionId: In([...sessionIds]), emailKey: Not(IsNull()) },
    select: { id: true, emailKey: true },
  });
  const openKeys = new Set(awaited.map(({ emailKey }) => emailKey as string));
  const properties = ["id", "workspaceId", "userType", "inviterId", "programSessionId"] as const;
  const open = await readByKeys(tx, Invitation, properties, workspaceId, "openKey", openKeys);
  const from = open.filter(
    ({ programSessionId }) => programSessionId !== null && sessionIds.includes(programSessionId),
  );
  const given = await whatInvitersMayGrant(tx, workspaceId, from);
  const without = await whatInvitersMayGrant(
    tx,
    workspaceId,
    from.map((invitation) => ({ ...invitation, programSessionId: null })),
  );
  const isGiven = (grants: typeof given, id: string) => grants.get(id)?.withheld.length === 0;
  const lost = from.filter(({ id }) => isGiven(given, id) && !isGiven(without, id)).map(({ id }) => id);
  for (const ids of inParts(lost)) await tx.update(Invitation, { workspaceId, id: In(ids) }, { inviterId: userId });
}

import type { PeopleMovedPayload } from "@usher/schema/members";
import type { MergeProgramSessionsInput } from "@usher/schema/program-session";
import type { UserErrorCode } from "@usher/schema/user-error";
import { In } from "typeorm";
import { recordAudit } from "../audit/record-audit.js";
import type { Ctx } from "../context.js";
import { inParts } from "../db/in-parts.js";
import type { Tx } from "../db/transaction.js";
import { notFound } from "../http/refusals.js";
import { userError } from "../http/user-errors.js";
import { Invitation } from "../invitations/invitation.entity.js";
import { findConcerned } from "./find-concerned.js";
import { findProgramSession } from "./find-program-session.js";
import { holdSessions } from "./hold-sessions.js";
import { ProgramSession } from "./program-session.entity.js";
import { ProgramSessionMember } from "./program-session-member.entity.js";

/**
 * Makes one of several sessions of a group: instructors and participants move, whoever is on two of them stays once. In one
 * transaction however many they are: a session has hundreds of people, and what moves them is one statement over an index.
 */
export async function mergeProgramSessions(ctx: Ctx, input: MergeProgramSessionsInput): Promise<PeopleMovedPayload> {
  const { sessions, problem } = await findConcerned(ctx, input.programSessionIds);
  if (problem) return refuse(ctx, problem, "programSessionIds");
  const into = await findProgramSession(ctx, input.intoProgramSessionId);
  if (sessions.some(({ id }) => id === into.id)) return refuse(ctx, "NOT_COMBINABLE", "intoProgramSessionId");
  if (sessions.some(({ groupId }) => groupId !== into.groupId))
    return refuse(ctx, "NOT_COMBINABLE", "programSessionIds");
  const ids = sessions.map(({ id }) => id);
  const affected = await ctx.tx((tx) => merge(tx, ctx, into, ids));
  return { affected, task: null, userErrors: [] };
}

const refuse = (ctx: Ctx, code: UserErrorCode, field: keyof MergeProgramSessionsInput): PeopleMovedPayload => ({
  affected: 0,
  task: null,
  userErrors: [userError(ctx.language, code, [field])],
});

async function merge(tx: Tx, ctx: Ctx, into: ProgramSession, ids: readonly string[]): Promise<number> {
  const { id: intoId, workspaceId } = into;
  const held = await holdSessions(tx, workspaceId, [intoId, ...ids]);
  // a group that was merged into another meanwhile took its sessions along
  const isAsFound = held.length === ids.length + 1 && held.every(({ groupId }) => groupId === into.groupId);
  if (!isAsFound) throw notFound("program session");
  const people = await peopleOf(tx, [intoId, ...ids]);
  const repeated = whoStandsAgain(people);
  for (const some of inParts(repeated)) await tx.delete(ProgramSessionMember, { workspaceId, id: In(some) });
  const from = { workspaceId, programSessionId: In([...ids]) };
  const { affected } = await tx.update(ProgramSessionMember, from, { programSessionId: intoId });
  // whoever is invited from one that goes is invited from the one that stays
  for (const openKey of inParts(people.flatMap(({ emailKey }) => emailKey ?? []))) {
    await tx.update(Invitation, { ...from, openKey: In(openKey) }, { programSessionId: intoId });
  }
  await tx.delete(ProgramSession, { workspaceId, id: In([...ids]) });
  const actor = { kind: "user", userId: ctx.actor.userId } as const;
  const count = repeated.length + (affected ?? 0);
  const event = { type: "program_sessions_merged", subject: intoId, from: ids, people: count } as const;
  await recordAudit(tx, ctx, workspaceId, actor, event);
  return count;
}

type Standing = Pick<ProgramSessionMember, "id" | "programSessionId" | "part" | "userId" | "emailKey">;

/** In the order of the sessions. */
async function peopleOf(tx: Tx, sessionIds: readonly string[]): Promise<Standing[]> {
  const people = await tx.find(ProgramSessionMember, {
    where: { programSessionId: In([...sessionIds]) },
    select: { id: true, programSessionId: true, part: true, userId: true, emailKey: true },
  });
  const rank = new Map(sessionIds.map((id, i) => [id, i]));
  const rankOf = ({ programSessionId }: Standing) => rank.get(programSessionId) ?? 0;
  return people.sort((a, b) => rankOf(a) - rankOf(b));
}

/** The places of whoever has the same part in an earlier session. */
function whoStandsAgain(people: readonly Standing[]): string[] {
  const isThere = new Set<string>();
  return people.flatMap(({ id, part, userId, emailKey }) => {
    const person = `${part} ${userId ?? emailKey}`;
    if (isThere.has(person)) return [id];
    isThere.add(person);
    return [];
  });
}

import { can, type SessionFacts } from "@usher/rules/permissions";
import { In } from "typeorm";
import type { Actor } from "../context.js";
import { inParts } from "../db/in-parts.js";
import type { Tx } from "../db/transaction.js";
import { readActors, rightsOf } from "../permissions/read-actor.js";
import { ProgramSessionMember, type SessionPart } from "./program-session-member.entity.js";

/** Who runs a group's sessions says who is on them; a coach of the group who instructs one, who takes part in it (F7). */
export const mayPut = (actor: Actor, part: SessionPart, session: SessionFacts): boolean =>
  can.manageSessions(actor, session.groupId) || (part === "PARTICIPANT" && can.inviteFrom(actor, session));

type Said = Pick<ProgramSessionMember, "programSessionId" | "part" | "addedById">;

/** Whether whoever put somebody down may still do so, by what they hold at this moment: a few statements for all places. */
export async function whoMayStillPut(
  tx: Tx,
  workspaceId: string,
  places: readonly Said[],
): Promise<(place: Said, groupId: string) => boolean> {
  const adderIds = [...new Set(places.map(({ addedById }) => addedById))];
  const adders = await readActors(tx, workspaceId, adderIds);
  const own = new Set<string>();
  for (const ids of inParts([...new Set(places.map(({ programSessionId }) => programSessionId))])) {
    const instructed = { workspaceId, programSessionId: In(ids), part: "INSTRUCTOR" as const, userId: In(adderIds) };
    const rows = await tx.findBy(ProgramSessionMember, instructed);
    for (const { userId, programSessionId } of rows) own.add(`${userId} ${programSessionId}`);
  }
  return ({ part, programSessionId, addedById }, groupId) => {
    const adder = adders.get(addedById);
    const isInstructor = own.has(`${addedById} ${programSessionId}`);
    return adder !== undefined && mayPut(rightsOf(adder), part, { groupId, isInstructor });
  };
}

import { In } from "typeorm";
import { inParts } from "../db/in-parts.js";
import type { Tx } from "../db/transaction.js";
import { ProgramSession } from "../program-sessions/program-session.entity.js";
import { ProgramSessionMember, type SessionPart } from "../program-sessions/program-session-member.entity.js";
import { GroupMember } from "./group-member.entity.js";

/** Takes these users' places in these groups' program sessions, found by the users: a group may have any number of both. */
export async function leaveSessions(
  tx: Tx,
  workspaceId: string,
  groupIds: readonly string[],
  userIds: readonly string[],
  parts: readonly SessionPart[],
): Promise<void> {
  for (const some of inParts(userIds)) {
    const places = await tx
      .createQueryBuilder(ProgramSessionMember, "place")
      .innerJoin(ProgramSession, "session", "session.id = place.programSessionId")
      .select("place.id", "id")
      .where({ workspaceId, userId: In(some), part: In([...parts]) })
      .andWhere("session.groupId IN (:...groupIds)", { groupIds })
      .getRawMany<{ id: string }>();
    for (const ids of inParts(places.map(({ id }) => id))) await tx.delete(ProgramSessionMember, { id: In(ids) });
  }
}

/** Of these users who have just lost roles in the group, those without any left take part in none of its program sessions; who instructs one goes on. */
export async function leaveWithGroup(
  tx: Tx,
  workspaceId: string,
  groupId: string,
  userIds: readonly string[],
): Promise<void> {
  const left = await tx.findBy(GroupMember, { workspaceId, groupId, userId: In([...userIds]) });
  const isIn = new Set(left.map(({ userId }) => userId));
  const gone = userIds.filter((id) => !isIn.has(id));
  await leaveSessions(tx, workspaceId, [groupId], gone, ["PARTICIPANT"]);
}

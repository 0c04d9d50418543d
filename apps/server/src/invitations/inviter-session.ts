import type { SessionFacts } from "@usher/rules/permissions";
import type { EntityManager } from "typeorm";
import { ProgramSession } from "../program-sessions/program-session.entity.js";
import { instructs } from "../program-sessions/session-facts.js";
import type { Invitation } from "./invitation.entity.js";

/** The program session that somebody was invited from, as it stands to the inviter now; null for none, and when it is gone. */
export async function sessionOfInviter(
  read: EntityManager,
  { workspaceId, inviterId, programSessionId }: Pick<Invitation, "workspaceId" | "inviterId" | "programSessionId">,
): Promise<SessionFacts | null> {
  const session = programSessionId && (await read.findOneBy(ProgramSession, { id: programSessionId, workspaceId }));
  if (!session) return null;
  const isInstructor = await instructs(read, workspaceId, inviterId, session.id);
  return { groupId: session.groupId, isInstructor };
}

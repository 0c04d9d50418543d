import type { ParsedEmail } from "@usher/rules/email";
import type { Tx } from "../db/transaction.js";
import type { Invitation } from "../invitations/invitation.entity.js";
import { holdSessions } from "./hold-sessions.js";
import { ProgramSessionMember } from "./program-session-member.entity.js";

/** An invitation from a program session goes to another address: that one is awaited there now, in place of the former. */
export async function readdressPlace(
  tx: Tx,
  { workspaceId, programSessionId, emailKey }: Pick<Invitation, "workspaceId" | "programSessionId" | "emailKey">,
  { email, key }: ParsedEmail,
): Promise<void> {
  if (programSessionId === null) return;
  await holdSessions(tx, workspaceId, [programSessionId]);
  const participants = { workspaceId, programSessionId, part: "PARTICIPANT" as const };
  const former = { ...participants, emailKey };
  if (await tx.existsBy(ProgramSessionMember, { ...participants, emailKey: key })) {
    await tx.delete(ProgramSessionMember, former);
  } else {
    await tx.update(ProgramSessionMember, former, { email, emailKey: key });
  }
}

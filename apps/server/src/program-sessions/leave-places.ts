import { In } from "typeorm";
import { type AuditActor, recordAudit } from "../audit/record-audit.js";
import type { App } from "../context.js";
import type { Tx } from "../db/transaction.js";
import type { Invitation } from "../invitations/invitation.entity.js";
import { holdSessions } from "./hold-sessions.js";
import { ProgramSessionMember } from "./program-session-member.entity.js";

type Withdrawn = Pick<Invitation, "programSessionId" | "inviterId" | "emailKey">;

/**
 * Whoever was invited from a program session is awaited there no more once the invitation is withdrawn; who was put on it by somebody else
 * still is. A statement for each session and inviter, however many people.
 */
export async function leavePlaces(
  tx: Tx,
  app: Pick<App, "clock">,
  workspaceId: string,
  actor: AuditActor,
  withdrawn: readonly Withdrawn[],
): Promise<void> {
  const places = new Map<string, { programSessionId: string; addedById: string; emailKeys: string[] }>();
  for (const { programSessionId, inviterId: addedById, emailKey } of withdrawn) {
    if (programSessionId === null || addedById === null) continue;
    const key = `${programSessionId} ${addedById}`;
    const place = places.get(key) ?? { programSessionId, addedById, emailKeys: [] };
    place.emailKeys.push(emailKey);
    places.set(key, place);
  }
  if (places.size === 0) return;
  await holdSessions(tx, workspaceId, [...new Set([...places.values()].map((place) => place.programSessionId))]);
  for (const { programSessionId, addedById, emailKeys } of places.values()) {
    const awaited = { workspaceId, programSessionId, part: "PARTICIPANT" as const, emailKey: In(emailKeys), addedById };
    const count = (await tx.delete(ProgramSessionMember, awaited)).affected ?? 0;
    const event = { type: "program_session_members_removed", subject: programSessionId, count } as const;
    if (count > 0) await recordAudit(tx, app, workspaceId, actor, event);
  }
}

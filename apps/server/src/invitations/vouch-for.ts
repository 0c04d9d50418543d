import { In } from "typeorm";
import type { AuditActor } from "../audit/record-audit.js";
import { groupBy } from "../db/group-by.js";
import type { Tx } from "../db/transaction.js";
import { readActor } from "../permissions/read-actor.js";
import { vouchForPlaces } from "../program-sessions/vouch-for-places.js";
import { beyondHandingOver } from "./beyond-reach.js";
import { Invitation } from "./invitation.entity.js";
import { whatInvitersMayGrant } from "./inviter-grants.js";

/**
 * Whoever sends an invitation again, copies its link or corrects it, whose inviter may no longer give what it promises, becomes
 * its inviter where they could have made it: what is promised once more is given (F57). Answers the invitations as they are now.
 */
export async function vouchFor(
  tx: Tx,
  workspaceId: string,
  { userId }: AuditActor,
  invitations: readonly Invitation[],
): Promise<Invitation[]> {
  const others = invitations.filter(({ inviterId }) => inviterId !== userId);
  const actor = userId && others.length > 0 ? await readActor(tx, workspaceId, userId) : null;
  if (!userId || !actor) return [...invitations];
  const grants = await whatInvitersMayGrant(tx, workspaceId, others);
  const empty = others.filter(({ id }) => (grants.get(id)?.withheld.length ?? 0) > 0);
  const ids = empty.map(({ id }) => id);
  const beyond = ids.length > 0 ? await beyondHandingOver(tx, actor, workspaceId, ids) : new Set<string>();
  const vouched = empty.filter(({ id }) => !beyond.has(id));
  if (vouched.length === 0) return [...invitations];
  const now = new Set(vouched.map(({ id }) => id));
  await tx.update(Invitation, { workspaceId, id: In([...now]) }, { inviterId: userId });
  // the awaited places that came with them
  for (const [programSessionId, invited] of groupBy(vouched, (invitation) => invitation.programSessionId)) {
    if (programSessionId === null) continue;
    const place = { workspaceId, programSessionId, part: "PARTICIPANT", addedById: userId } as const;
    await vouchForPlaces(
      tx,
      place,
      invited.map(({ emailKey }) => emailKey),
    );
  }
  return invitations.map((invitation) => (now.has(invitation.id) ? { ...invitation, inviterId: userId } : invitation));
}

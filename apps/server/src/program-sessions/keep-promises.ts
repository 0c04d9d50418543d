import { type FindOptionsWhere, In, IsNull, Not } from "typeorm";
import { inParts } from "../db/in-parts.js";
import { readByKeys } from "../db/read-by-keys.js";
import type { Tx } from "../db/transaction.js";
import { Invitation } from "../invitations/invitation.entity.js";
import { whatInvitersMayGrant } from "../invitations/inviter-grants.js";
import { ProgramSessionMember } from "./program-session-member.entity.js";

const properties = ["id", "workspaceId", "userType", "inviterId", "programSessionId"] as const;

/**
 * Before these places go: whoever is awaited there, and was invited from the session, comes into the group all the same. Invitations
 * whose inviter could give that only from the session are from now on of whoever lets the places go, who runs the group (F57). A few
 * statements, however many places.
 */
export async function keepPromises(
  tx: Tx,
  { workspaceId, userId }: { workspaceId: string; userId: string },
  places: FindOptionsWhere<ProgramSessionMember>,
): Promise<void> {
  const awaited = await tx.find(ProgramSessionMember, {
    where: { ...places, workspaceId, emailKey: Not(IsNull()) },
    select: { id: true, programSessionId: true, emailKey: true },
  });
  if (awaited.length === 0) return;
  const sessionIds = new Set(awaited.map(({ programSessionId }) => programSessionId));
  const openKeys = new Set(awaited.map(({ emailKey }) => emailKey as string));
  const open = await readByKeys(tx, Invitation, properties, workspaceId, "openKey", openKeys);
  const from = open.filter(({ programSessionId }) => programSessionId !== null && sessionIds.has(programSessionId));
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

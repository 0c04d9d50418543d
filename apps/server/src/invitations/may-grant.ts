import { can } from "@usher/rules/permissions";
import { type EntityManager, In } from "typeorm";
import type { Actor } from "../context.js";
import { Invitation } from "./invitation.entity.js";
import { InvitationGroup } from "./invitation-group.entity.js";

/**
 * Which of these promise more than the actor could grant. Whoever learns a link could accept it: it must not give them more
 * than they could give (F57).
 */
export async function promisingTooMuch(
  read: EntityManager,
  actor: Actor,
  workspaceId: string,
  ids: readonly string[],
): Promise<Set<string>> {
  const these = In([...ids]);
  const tooMuch = new Set<string>();
  if (!can.addAdministrators(actor)) {
    const rows = await read.find(Invitation, {
      where: { workspaceId, id: these, userType: "ADMINISTRATOR" },
      select: { id: true },
    });
    for (const { id } of rows) tooMuch.add(id);
  }
  const promised = await read.findBy(InvitationGroup, { workspaceId, invitationId: these });
  for (const { invitationId, groupId, role } of promised) {
    if (!can.giveGroupRole(actor, role, groupId)) tooMuch.add(invitationId);
  }
  return tooMuch;
}

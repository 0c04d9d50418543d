import { can } from "@usher/rules/permissions";
import { groupRoles } from "@usher/rules/roles";
import type { GroupCan } from "@usher/schema/group";
import type { Actor } from "../context.js";

/** What the actor may do with a group, by the same sentences that the server decides by. */
export const groupCan = (actor: Actor, groupId: string): GroupCan => ({
  manage: can.manageNames(actor),
  seeMembers: can.seeMembers(actor, groupId),
  changeMembers: can.changeMembers(actor, groupId),
  invite: can.inviteTo(actor, groupId),
  giveRoles: groupRoles.filter((role) => can.giveGroupRole(actor, role, groupId)),
  manageSessions: can.manageSessions(actor, groupId),
});

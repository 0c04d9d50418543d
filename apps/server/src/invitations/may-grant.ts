import { can } from "@usher/rules/permissions";
import type { EntityManager } from "typeorm";
import type { Actor } from "../context.js";
import { readByKeys } from "../db/read-by-keys.js";
import { type Adder, mayGiveRole } from "../people/bounds.js";
import { Invitation } from "./invitation.entity.js";
import { InvitationGroup } from "./invitation-group.entity.js";
import { sessionOfInviter } from "./inviter-session.js";

interface Given {
  /** Which of them give a user type or group roles that the adder could not give. */
  readonly tooMuch: Set<string>;
  /** Which of them lead into a group at all. */
  readonly intoGroups: ReadonlySet<string>;
}

async function whatIsGiven(
  read: EntityManager,
  adder: Adder,
  workspaceId: string,
  ids: readonly string[],
): Promise<Given> {
  const tooMuch = new Set<string>();
  if (!can.addAdministrators(adder.actor)) {
    const rows = await readByKeys(read, Invitation, ["id", "userType"], workspaceId, "id", ids);
    for (const { id, userType } of rows) if (userType === "ADMINISTRATOR") tooMuch.add(id);
  }
  const promised = await promisesOf(read, workspaceId, ids);
  for (const { invitationId, groupId, role } of promised) {
    if (!mayGiveRole(adder, role, groupId)) tooMuch.add(invitationId);
  }
  return { tooMuch, intoGroups: new Set(promised.map(({ invitationId }) => invitationId)) };
}

/**
 * Which of these give a user type or group roles that the adder could not give: whoever learns their links would gain by it (F57). What
 * leads into no group of theirs is beyond those who invite to groups alone (F6).
 */
export async function promisingTooMuch(
  read: EntityManager,
  adder: Adder,
  workspaceId: string,
  ids: readonly string[],
): Promise<Set<string>> {
  const { tooMuch, intoGroups } = await whatIsGiven(read, adder, workspaceId, ids);
  if (can.add(adder.actor)) return tooMuch;
  return new Set(ids.filter((id) => tooMuch.has(id) || !intoGroups.has(id)));
}

const valuesOfTheWorkspace = ["companyId", "teamId", "deletionDate", "externalId", "sealedIdentity"] as const;

/**
 * Which of these hold what the adder could not give, so that they are not theirs to bring to others, nor to replace. Besides what is too
 * much to promise it is what only those give who add people to the whole workspace; and to those who do not, where asked, what leads into
 * no group at all.
 */
export async function holdingTooMuch(
  read: EntityManager,
  adder: Adder,
  workspaceId: string,
  ids: readonly string[],
  { mustLeadIntoGroups = false } = {},
): Promise<Set<string>> {
  const { tooMuch, intoGroups } = await whatIsGiven(read, adder, workspaceId, ids);
  if (can.add(adder.actor)) return tooMuch;
  if (mustLeadIntoGroups) for (const id of ids) if (!intoGroups.has(id)) tooMuch.add(id);
  const properties = ["id", "labelId", ...valuesOfTheWorkspace] as const;
  const rows = await readByKeys(read, Invitation, properties, workspaceId, "id", ids);
  const mayLabel = can.seeLabels(adder.actor);
  for (const row of rows) {
    const isGiven = valuesOfTheWorkspace.some((property) => row[property] !== null);
    if (isGiven || (row.labelId !== null && !mayLabel)) tooMuch.add(row.id);
  }
  return tooMuch;
}

/** Whether the inviter, who may not add people to the whole workspace, may still invite to the group or from the program session. */
export async function mayInviteAgain(read: EntityManager, inviter: Actor, invitation: Invitation): Promise<boolean> {
  const session = await sessionOfInviter(read, invitation);
  if (session && can.inviteFrom(inviter, session)) return true;
  const promised = await promisesOf(read, invitation.workspaceId, [invitation.id]);
  return promised.some(({ groupId }) => can.inviteTo(inviter, groupId));
}

/** Which roles in which groups these promise. */
export const promisesOf = (read: EntityManager, workspaceId: string, ids: readonly string[]) =>
  readByKeys(read, InvitationGroup, ["invitationId", "groupId", "role"], workspaceId, "invitationId", ids);

import { can } from "@usher/rules/permissions";
import { groupRoles } from "@usher/rules/roles";
import type { GroupRole } from "@usher/schema/group";
import type { RemoveMembersPayload } from "@usher/schema/members";
import type { UserError } from "@usher/schema/user-error";
import { In } from "typeorm";
import { recordAudits } from "../audit/record-audit.js";
import type { Ctx } from "../context.js";
import { parseId } from "../db/ids.js";
import { readByKeys } from "../db/read-by-keys.js";
import type { Tx } from "../db/transaction.js";
import { userError } from "../http/user-errors.js";
import { User } from "../users/user.entity.js";
import { findForMembers, type Membered } from "./find-name.js";
import type { NamedKind } from "./find-or-create-names.js";
import { GroupMember } from "./group-member.entity.js";
import { leaveWithGroup } from "./leave-sessions.js";
import { columnOf } from "./name-kinds.js";
import { mostPeople } from "./named-people.js";

interface Leaving {
  readonly userIds: readonly string[];
  /** In a group: only these roles. */
  readonly roles?: readonly GroupRole[] | null;
}

const userProperties = ["id", "userType", "companyId", "teamId", "labelId"] as const satisfies (keyof User)[];
type Row = Pick<User, (typeof userProperties)[number]>;

/** Takes people out of a company, group, team or label; who is not in it is passed over, and the founder is taken out by nobody else. */
export async function removeMembers(
  ctx: Ctx,
  kind: NamedKind,
  rawId: string,
  { userIds, roles: onlyRoles }: Leaving,
): Promise<RemoveMembersPayload> {
  const name = await findForMembers(ctx, kind, rawId);
  const problem = checkLeaving(ctx, userIds, onlyRoles);
  if (problem) return { affected: 0, userErrors: [problem] };
  const { workspaceId, userId: byId } = name;
  const roles = onlyRoles ?? groupRoles;
  const places = userIds.map(parseId);
  const mayTouch = ({ userType }: Row) => userType !== "FOUNDER" || can.changeUser(ctx.actor, { isFounder: true });
  return ctx.tx(async (tx) => {
    const known = new Set(places.flatMap((id) => id ?? []));
    const users = await readByKeys(tx, User, userProperties, workspaceId, "id", known, { lock: true });
    const losses = await whatTheyLose(tx, kind, name, users, roles);
    const members = users.filter(({ id }) => losses.has(id));
    const leaving = members.filter(mayTouch).map(({ id }) => id);
    if (leaving.length > 0) await takeOut(tx, ctx, kind, name, leaving, roles);
    const events = leaving.map((id) => ({ type: "user_updated", subject: id, fields: losses.get(id) ?? [] }) as const);
    await recordAudits(tx, ctx, workspaceId, { kind: "user", userId: byId }, events);
    const refused = members.filter((user) => !mayTouch(user));
    const userErrors = refused.map(({ id }) =>
      userError(ctx.language, "NOT_THE_FOUNDER", ["userIds", places.indexOf(id)]),
    );
    return { affected: leaving.length, userErrors };
  });
}

function checkLeaving({ language }: Ctx, userIds: readonly string[], roles: Leaving["roles"]): UserError | null {
  if (userIds.length === 0) return userError(language, "REQUIRED", ["userIds"]);
  if (userIds.length > mostPeople) return userError(language, "OUT_OF_RANGE", ["userIds"]);
  return roles?.length === 0 ? userError(language, "REQUIRED", ["roles"]) : null;
}

/** What each of those who are in it would lose, in the audit's words. */
async function whatTheyLose(
  tx: Tx,
  kind: NamedKind,
  { id, workspaceId }: Membered,
  users: readonly Row[],
  roles: readonly GroupRole[],
): Promise<Map<string, string[]>> {
  if (kind !== "group") {
    const { property } = columnOf[kind];
    return new Map(users.flatMap((user) => (user[property] === id ? [[user.id, [property]]] : [])));
  }
  const losses = new Map<string, string[]>();
  const these = { workspaceId, groupId: id, userId: In(users.map((user) => user.id)), role: In([...roles]) };
  for (const { userId, role } of await tx.findBy(GroupMember, these)) {
    losses.set(userId, [...(losses.get(userId) ?? []), `not ${role} in ${id}`]);
  }
  return losses;
}

async function takeOut(
  tx: Tx,
  ctx: Ctx,
  kind: NamedKind,
  { id, workspaceId }: Membered,
  userIds: readonly string[],
  roles: readonly GroupRole[],
): Promise<void> {
  const these = In([...userIds]);
  if (kind !== "group") {
    const nowhere = { [columnOf[kind].property]: null, updatedAt: ctx.clock.now() };
    await tx.update(User, { workspaceId, id: these }, nowhere);
    return;
  }
  await tx.delete(GroupMember, { workspaceId, groupId: id, userId: these, role: In([...roles]) });
  await leaveWithGroup(tx, workspaceId, id, userIds);
}

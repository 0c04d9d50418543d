import { can } from "@usher/rules/permissions";
import type { GroupRole } from "@usher/schema/group";
import type { AddMembersPayload, MembersInput } from "@usher/schema/members";
import type { UserError } from "@usher/schema/user-error";
import { In } from "typeorm";
import { recordAudits } from "../audit/record-audit.js";
import type { Ctx } from "../context.js";
import type { Tx } from "../db/transaction.js";
import { notFound } from "../http/refusals.js";
import { userError } from "../http/user-errors.js";
import { enqueueMail } from "../mail/enqueue-mail.js";
import { addedToGroupsMail } from "../people/added-to-groups-mail.js";
import { decidedAfresh, isStale } from "../people/changed-meanwhile.js";
import type { HeldUser } from "../users/hold-users.js";
import { User } from "../users/user.entity.js";
import { findForMembers, type Membered } from "./find-name.js";
import type { NamedKind } from "./find-or-create-names.js";
import { giveRoles } from "./give-roles.js";
import { GroupMember } from "./group-member.entity.js";
import { holdNames } from "./hold-names.js";
import { type DecidedPerson, memberResults, refuseMembers } from "./member-results.js";
import { columnOf, type PersonalKind } from "./name-kinds.js";
import { checkNumbers, findNamed, type NamedPerson } from "./named-people.js";

type People = MembersInput & { roles?: readonly GroupRole[] };

/** Puts people who have an account into a company, group, team or label; who cannot be keeps nobody else out (F51, F53). */
export async function addMembers(
  ctx: Ctx,
  kind: NamedKind,
  rawId: string,
  { roles = [], ...people }: People,
): Promise<AddMembersPayload> {
  const name = await findForMembers(ctx, kind, rawId);
  const problems = [...checkNumbers(ctx, people), ...(kind === "group" ? checkRoles(ctx, name.id, roles) : [])];
  if (problems.length > 0) return refuseMembers(problems);
  try {
    const add = (tx: Tx) =>
      kind === "group" ? addToGroup(tx, ctx, name, people, roles) : moveInto(tx, ctx, kind, name, people);
    return await memberResults(ctx, await decidedAfresh(() => ctx.tx(add)));
  } catch (error) {
    if (isStale(error)) return refuseMembers([userError(ctx.language, "CHANGED_MEANWHILE")]);
    throw error;
  }
}

function checkRoles({ actor, language }: Ctx, groupId: string, roles: readonly GroupRole[]): UserError[] {
  if (roles.length === 0) return [userError(language, "REQUIRED", ["roles"])];
  return roles.flatMap((role, i) =>
    can.giveGroupRole(actor, role, groupId) ? [] : [userError(language, "NOT_ALLOWED", ["roles", i])],
  );
}

/** Holds the name first: meanwhile nobody merges or deletes it, nor adds the same people. */
async function hold(tx: Tx, ctx: Ctx, kind: NamedKind, { id, workspaceId }: Membered, people: MembersInput) {
  if (!(await holdNames(tx, kind, workspaceId, [id])).has(id)) throw notFound(kind);
  return findNamed(tx, ctx.actor, workspaceId, people);
}

/** Nobody is in two companies, teams or labels: who is elsewhere leaves it. */
async function moveInto(
  tx: Tx,
  ctx: Ctx,
  kind: PersonalKind,
  name: Membered,
  people: MembersInput,
): Promise<DecidedPerson[]> {
  const { property } = columnOf[kind];
  const { id, workspaceId, userId } = name;
  const named = await hold(tx, ctx, kind, name, people);
  const decided = named.map((person) => decide(ctx, person, (user) => user[property] === id));
  const added = addedOf(decided);
  if (added.length === 0) return decided;
  const these = { workspaceId, id: In(added.map((user) => user.id)) };
  await tx.update(User, these, { [property]: id, updatedAt: ctx.clock.now() });
  const fields: string[] = [property];
  const events = added.map((user) => ({ type: "user_updated", subject: user.id, fields }) as const);
  await recordAudits(tx, ctx, workspaceId, { kind: "user", userId }, events);
  return decided;
}

async function addToGroup(
  tx: Tx,
  ctx: Ctx,
  name: Membered,
  people: MembersInput,
  roles: readonly GroupRole[],
): Promise<DecidedPerson[]> {
  const { id: groupId, workspaceId, userId } = name;
  const named = await hold(tx, ctx, "group", name, people);
  const rolesOf = await readRoles(tx, groupId, named);
  const decided = named.map((person) =>
    decide(ctx, person, ({ id }) => roles.every((role) => rolesOf.get(id)?.has(role))),
  );
  const added = addedOf(decided);
  const memberships = roles.map((role) => ({ groupId, role }));
  const given = await giveRoles(tx, ctx, workspaceId, added, memberships);
  const told = added.filter(({ id, status }) => status === "ACTIVE" && !rolesOf.has(id));
  await enqueueMail(
    tx,
    ctx,
    told.flatMap((user) => addedToGroupsMail({ ...user, workspaceId })),
  );
  const events = added.map(({ id }) => {
    const fields = (given.get(id) ?? []).map(({ role }) => `${role} in ${groupId}`);
    return { type: "user_updated", subject: id, fields } as const;
  });
  await recordAudits(tx, ctx, workspaceId, { kind: "user", userId }, events);
  return decided;
}

/** The roles in the group of those who are in it already. */
async function readRoles(tx: Tx, groupId: string, named: readonly NamedPerson[]): Promise<Map<string, Set<GroupRole>>> {
  const rolesOf = new Map<string, Set<GroupRole>>();
  const userIds = named.flatMap(({ user }) => user?.id ?? []);
  if (userIds.length === 0) return rolesOf;
  for (const { userId, role } of await tx.findBy(GroupMember, { groupId, userId: In(userIds) })) {
    rolesOf.set(userId, (rolesOf.get(userId) ?? new Set()).add(role));
  }
  return rolesOf;
}

function decide(ctx: Ctx, person: NamedPerson, isIn: (user: HeldUser) => boolean): DecidedPerson {
  const { user, problem } = person;
  const reject = (code: DecidedPerson["code"]) => ({ person, outcome: "REJECTED", code }) as const;
  if (problem) return reject(problem);
  if (!user) return reject("UNKNOWN_PERSON");
  if (isIn(user)) return { person, outcome: "UNCHANGED" };
  if (user.status === "DEACTIVATED") return reject("USER_CLOSED");
  const isFounder = user.userType === "FOUNDER";
  // nobody else touches the founder's account (F53)
  if (isFounder && !can.changeUser(ctx.actor, { isFounder })) return reject("NOT_THE_FOUNDER");
  return { person, outcome: "ADDED" };
}

const addedOf = (decided: readonly DecidedPerson[]): HeldUser[] =>
  decided.flatMap(({ person, outcome }) => (outcome === "ADDED" && person.user ? [person.user] : []));

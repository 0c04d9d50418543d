import { can } from "@usher/rules/permissions";
import type { UpdateUserInput } from "@usher/schema/user-changes";
import type { UserError } from "@usher/schema/user-error";
import { Not } from "typeorm";
import { recordAudit } from "../audit/record-audit.js";
import { type Actor, type Ctx, require } from "../context.js";
import { parseId } from "../db/ids.js";
import { readByKeys } from "../db/read-by-keys.js";
import { sortKey } from "../db/sort-key.js";
import { afterCommit, type Tx } from "../db/transaction.js";
import { createNames, findNames, type KnownNames } from "../groups/find-or-create-names.js";
import { giveRoles } from "../groups/give-roles.js";
import { GroupMember } from "../groups/group-member.entity.js";
import { leaveWithGroup } from "../groups/leave-sessions.js";
import { notFound } from "../http/refusals.js";
import { userError } from "../http/user-errors.js";
import { enqueueMail } from "../mail/enqueue-mail.js";
import { addedToGroupsMail } from "../people/added-to-groups-mail.js";
import { decidedAfresh, isStale } from "../people/changed-meanwhile.js";
import { todayIn } from "../workspaces/today.js";
import { Workspace } from "../workspaces/workspace.entity.js";
import {
  type ChangeProblem,
  changedColumns,
  checkUserChanges,
  namesOfChanges,
  type UserChanges,
  unknownNames,
} from "./check-user-changes.js";
import { deletionDateWorker } from "./deletion-dates.js";
import { endWaysInBeyondCreators } from "./end-ways-in.js";
import { User } from "./user.entity.js";

interface Updated {
  user: User | null;
  userErrors: UserError[];
}

const need = "being an administrator";

/** Changes one account, all that was asked or nothing. Throws NOT_FOUND for an id of another workspace. */
export async function updateUser(ctx: Ctx, input: UpdateUserInput): Promise<Updated> {
  const { workspaceId } = require(ctx, can.changeUsers(ctx.actor), need);
  const id = parseId(input.userId);
  const workspace = await ctx.read.findOneByOrFail(Workspace, { id: workspaceId });
  const { changes, problems } = checkUserChanges(input, todayIn(workspace.timeZone, ctx.clock.now()));
  if (!id || !(await ctx.read.existsBy(User, { id, workspaceId }))) throw notFound("user");
  if (problems.length > 0) return refuse(ctx, problems);
  try {
    const done = await decidedAfresh(() => ctx.tx((tx) => change(tx, ctx, workspaceId, id, changes, input)));
    return Array.isArray(done) ? refuse(ctx, done) : { user: done, userErrors: [] };
  } catch (error) {
    if (isStale(error)) return refuse(ctx, [{ code: "CHANGED_MEANWHILE", path: ["userId"] }]);
    throw error;
  }
}

const refuse = (ctx: Ctx, problems: readonly ChangeProblem[]): Updated => ({
  user: null,
  userErrors: problems.map(({ code, path }) => userError(ctx.language, code, path)),
});

/** Rejects with a key conflict when somebody else took the username or external id meanwhile. */
async function change(
  tx: Tx,
  ctx: Ctx,
  workspaceId: string,
  id: string,
  changes: UserChanges,
  { createMissing }: Pick<UpdateUserInput, "createMissing">,
): Promise<User | ChangeProblem[]> {
  const [user] = await readByKeys(tx, User, allProperties(tx), workspaceId, "id", [id], { lock: true });
  if (!user) throw notFound("user");
  const wanted = namesOfChanges(changes);
  const names = await findNames(tx, workspaceId, wanted);
  const problems = [
    ...whatIsNotAllowed(ctx.actor, user, changes),
    ...whatIsNeeded(user, changes),
    ...unknownNames(names, changes, createMissing),
    ...(await whatIsTaken(tx, user, changes)),
  ];
  if (problems.length > 0) return problems;
  await createNames(tx, ctx, workspaceId, names, wanted);
  const columns = differing(user, changedColumns(names, changes));
  const set = { ...columns, updatedAt: ctx.clock.now() };
  if (Object.keys(columns).length > 0) await tx.update(User, { id, workspaceId }, set);
  if (columns.userType !== undefined) await endWaysInBeyondCreators(tx, ctx, workspaceId, [id]);
  if (columns.deletionDate) afterCommit(tx, () => ctx.jobs.wake(deletionDateWorker));
  const moved = await moveGroups(tx, ctx, { ...user, ...set }, names, changes);
  const fields = [...Object.keys(columns).filter((name) => !name.endsWith("Key")), ...moved];
  if (fields.length > 0) {
    const actor = { kind: "user", userId: ctx.actor.userId } as const;
    await recordAudit(tx, ctx, workspaceId, actor, { type: "user_updated", subject: id, fields });
  }
  return tx.findOneByOrFail(User, { id, workspaceId });
}

const allProperties = (tx: Tx): (keyof User & string)[] =>
  tx.connection.getMetadata(User).columns.map(({ propertyName }) => propertyName as keyof User & string);

/** Nobody but the founder changes the founder's account, and its type and existence are nobody's to change (F53). */
function whatIsNotAllowed(actor: Actor, user: User, { values, joins, leaves }: UserChanges): ChangeProblem[] {
  const isFounder = user.userType === "FOUNDER";
  if (!can.changeUser(actor, { isFounder })) return [{ code: "NOT_ALLOWED", path: ["userId"] }];
  const problems: ChangeProblem[] = [];
  const refuse = (...path: (string | number)[]) => problems.push({ code: "NOT_ALLOWED", path });
  if (isFounder && values.userType !== undefined) problems.push({ code: "NOT_THE_FOUNDER", path: ["userType"] });
  // on that day the account would be deleted, which nobody does to the founder's, nor to their own
  if (values.deletionDate && (isFounder || user.id === actor.userId)) {
    problems.push({ code: isFounder ? "NOT_THE_FOUNDER" : "NOT_ONESELF", path: ["deletionDate"] });
  }
  if (values.userType === "ADMINISTRATOR" && !can.addAdministrators(actor)) refuse("userType");
  joins.forEach(({ role }, i) => {
    if (!can.giveGroupRole(actor, role, null)) refuse("addGroups", i, "role");
  });
  leaves.forEach(({ role }, i) => {
    if (!can.giveGroupRole(actor, role, null)) refuse("removeGroups", i, "role");
  });
  return problems;
}

/** Who is in keeps a name, and something to sign in with. */
function whatIsNeeded(user: User, { values }: UserChanges): ChangeProblem[] {
  const needed: (keyof typeof values)[] = [];
  if (user.status !== "PENDING") needed.push("firstName", "lastName");
  if (user.email === null) needed.push("username");
  return needed.filter((field) => values[field] === null).map((field) => ({ code: "REQUIRED", path: [field] }));
}

async function whatIsTaken(tx: Tx, { id, workspaceId }: User, { values }: UserChanges): Promise<ChangeProblem[]> {
  const { username, externalId } = values;
  const others = { id: Not(id), workspaceId };
  const problems: ChangeProblem[] = [];
  if (username && (await tx.existsBy(User, { ...others, username }))) {
    problems.push({ code: "USERNAME_TAKEN", path: ["username"] });
  }
  if (externalId && (await tx.existsBy(User, { ...others, externalId }))) {
    problems.push({ code: "EXTERNAL_ID_TAKEN", path: ["externalId"] });
  }
  return problems;
}

/** What is not so already, with the keys that names are ordered and searched by. */
function differing(user: User, columns: Partial<User>): Partial<User> {
  const entries = Object.entries(columns).filter(([name, value]) => user[name as keyof User] !== value);
  const changed: Partial<User> = Object.fromEntries(entries);
  if (changed.firstName !== undefined) changed.firstKey = sortKey(changed.firstName);
  if (changed.lastName !== undefined) changed.lastKey = sortKey(changed.lastName);
  return changed;
}

/** Answers, in the audit's words, what was done. */
async function moveGroups(
  tx: Tx,
  ctx: Ctx,
  user: User,
  names: KnownNames,
  { joins, leaves }: UserChanges,
): Promise<string[]> {
  const { workspaceId, id: userId } = user;
  const idOf = (group: string) => names.idOf("group", group) as string;
  const moved: string[] = [];
  const left = new Set<string>();
  for (const { group, role } of leaves) {
    const { affected } = await tx.delete(GroupMember, { workspaceId, userId, groupId: idOf(group), role });
    if (affected) moved.push(`not ${role} in ${idOf(group)}`);
    if (affected) left.add(idOf(group));
  }
  const memberships = joins.map(({ group, role }) => ({ groupId: idOf(group), role }));
  const added = (await giveRoles(tx, ctx, workspaceId, [user], memberships)).get(userId) ?? [];
  for (const groupId of left) await leaveWithGroup(tx, workspaceId, groupId, [userId]);
  if (added.length > 0 && user.status === "ACTIVE") await enqueueMail(tx, ctx, addedToGroupsMail(user));
  return [...moved, ...added.map(({ groupId, role }) => `${role} in ${groupId}`)];
}

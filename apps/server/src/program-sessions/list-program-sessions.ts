import { nameKey } from "@usher/rules/names";
import { can } from "@usher/rules/permissions";
import type { ProgramSessionsArgs } from "@usher/schema/program-session";
import { type Ctx, require } from "../context.js";
import { all, any, type Condition, equals, primaryKey, type Statement, startsWith } from "../db/condition.js";
import { parseId } from "../db/ids.js";
import { type KeysetPage, readPage } from "../db/keyset.js";
import type { KeysetList, Stream } from "../db/keyset-list.js";
import { searchText } from "../db/search.js";
import { Group } from "../groups/group.entity.js";
import { notFound } from "../http/refusals.js";
import { ProgramSession } from "./program-session.entity.js";

/** One page of the program sessions that the actor may see: the latest first, or with a search by name. */
export async function listProgramSessions(ctx: Ctx, args: ProgramSessionsArgs): Promise<KeysetPage<ProgramSession>> {
  const need = "being an administrator, MANAGE_USERS, or being administrator or coach of a group";
  const ids = require(ctx, can.seeSessions(ctx.actor), need);
  const groupId = args.groupId == null ? null : await findGroup(ctx, ids.workspaceId, args.groupId);
  return readPage(ctx.read, sessionList(ctx, ids, groupId, searchText(args.search)), args);
}

/** A group whose sessions the actor may look for; NOT_FOUND for every other id. */
async function findGroup(ctx: Ctx, workspaceId: string, rawId: string): Promise<string> {
  const { actor } = ctx;
  const id = parseId(rawId) ?? "";
  const isSeen = can.seeUsers(actor) || actor.administers.has(id) || actor.coaches.has(id);
  if (!isSeen || !(await ctx.read.existsBy(Group, { id, workspaceId }))) throw notFound("group");
  return id;
}

function sessionList(
  { actor }: Ctx,
  { userId, workspaceId }: { userId: string; workspaceId: string },
  groupId: string | null,
  text: string | null,
): KeysetList<ProgramSession> {
  const isAll = can.seeUsers(actor);
  const within = (groups: ReadonlySet<string>) => [...groups].filter((id) => groupId === null || id === groupId).sort();
  const administered = within(actor.administers);
  const coached = within(actor.coaches).filter((id) => !actor.administers.has(id));
  const name = text === null ? null : nameKey(text);
  const order = name === null ? { keys: ["startsOn"], where: [] } : { keys: ["nameKey"], where: beginsWith(name) };
  const whole = name === null ? "program_sessions_start" : "program_sessions_name";
  const everything: Stream = groupId === null ? { where: all(), index: whole } : ofGroups([groupId]);
  // the sessions that somebody runs or instructs are few: found, then sorted where their index is in another order
  const own = [ofGroups(administered), instructedBy(workspaceId, userId, coached)];
  return {
    target: ProgramSession,
    direction: name === null ? "DESC" : "ASC",
    where: [equals("workspaceId", workspaceId)],
    branches: [{ ...order, streams: isAll ? [everything] : own }],
    about: ["program sessions", workspaceId, text, groupId, isAll || [userId, administered, coached]],
  };
}

/** Nothing is left of marks alone, and every name begins with nothing. */
const beginsWith = (name: string): Condition[] => [name === "" ? any() : startsWith("nameKey", name)];

const ofGroups = (ids: readonly string[]): Stream => ({
  where: any(...ids.map((id) => equals("groupId", id))),
  index: "program_sessions_group",
});

/** Those sessions of these groups that the user instructs. */
const instructedBy = (workspaceId: string, userId: string, groupIds: readonly string[]): Stream => ({
  where: all(any(...groupIds.map((id) => equals("groupId", id))), (sql: Statement) => {
    sql.values.push(workspaceId, userId);
    const own = "SELECT program_session_id FROM program_session_members WHERE workspace_id = ? AND user_id = ?";
    return `id IN (${own} AND part = 'INSTRUCTOR')`;
  }),
  index: primaryKey,
});

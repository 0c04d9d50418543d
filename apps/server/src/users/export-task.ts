import type { LanguageCode } from "@usher/rules/language";
import { can } from "@usher/rules/permissions";
import { type EntityManager, In } from "typeorm";
import { bulkInsert } from "../db/bulk-insert.js";
import { Group } from "../groups/group.entity.js";
import { GroupMember } from "../groups/group-member.entity.js";
import { heldNames } from "../groups/held-names.js";
import { rowsById } from "../mail/rows-by-id.js";
import { ExportPart } from "../tasks/export-part.entity.js";
import { nextSelected } from "../tasks/selection.js";
import type { TaskKind } from "../tasks/task-kind.js";
import { Workspace } from "../workspaces/workspace.entity.js";
import { type ExportedUser, exportLine } from "./export-lines.js";
import { selectableUsers } from "./select-users.js";
import { User } from "./user.entity.js";

export interface ExportOptions {
  /** The session that asked: the file is nobody else's. */
  sessionId: string;
  language: LanguageCode;
}

/** Writes the selected users as lines of a file, a part a step. */
export const exportTaskKind: TaskKind = {
  name: "export_users",
  isAllowed: can.changeUsers,
  next: (app, task) => nextSelected(selectableUsers, app, task),
  async apply(tx, _app, task, ids) {
    const { language } = task.options as ExportOptions;
    const { timeZone } = await tx.findOneByOrFail(Workspace, { id: task.workspaceId });
    const users = await readUsers(tx, task.workspaceId, ids);
    const lines = users.map((user) => exportLine(user, language, timeZone));
    // a step's place: no two of a task begin with as many behind them
    await bulkInsert(tx, ExportPart, [{ taskId: task.id, part: task.done + task.refused, lines }]);
    return { done: lines.length, refused: ids.length - lines.length };
  },
};

async function readUsers(tx: EntityManager, workspaceId: string, ids: readonly string[]): Promise<ExportedUser[]> {
  const users = await tx.find(User, { where: { workspaceId, id: In([...ids]) }, order: { id: "ASC" } });
  const memberships = await tx.findBy(GroupMember, { workspaceId, userId: In([...ids]) });
  const given = (property: "companyId" | "teamId" | "labelId") => users.flatMap((user) => user[property] ?? []);
  const groups = await rowsById(
    tx,
    Group,
    memberships.map(({ groupId }) => groupId),
  );
  const companies = await heldNames(tx, "company", given("companyId"));
  const teams = await heldNames(tx, "team", given("teamId"));
  const labels = await heldNames(tx, "label", given("labelId"));
  const rolesOf = new Map<string, ExportedUser["memberships"][number][]>(users.map(({ id }) => [id, []]));
  for (const { userId, groupId, role } of memberships) {
    const group = groups.get(groupId);
    if (group) rolesOf.get(userId)?.push({ group: group.name, role });
  }
  return users.map((user) => {
    const team = teams.get(user.teamId ?? "");
    return {
      user,
      company: companies.get(user.companyId ?? "")?.name ?? null,
      team: team?.name ?? null,
      teamLeader: team?.leaderEmailKey ?? null,
      label: labels.get(user.labelId ?? "")?.name ?? null,
      memberships: (rolesOf.get(user.id) ?? []).sort((a, b) => (a.group < b.group ? -1 : 1)),
    };
  });
}

import { In } from "typeorm";
import { type AuditActor, recordAudits } from "../audit/record-audit.js";
import type { App } from "../context.js";
import { bulkInsert } from "../db/bulk-insert.js";
import { afterCommit, type Tx } from "../db/transaction.js";
import { createNames, findNames } from "../groups/find-or-create-names.js";
import { GroupMember } from "../groups/group-member.entity.js";
import { enqueueMail } from "../mail/enqueue-mail.js";
import { addedToGroupsMail } from "../people/added-to-groups-mail.js";
import type { BatchResult } from "../tasks/act-on-selection.js";
import { changedColumns, namesOfChanges, type UserChanges, unknownNames } from "./check-user-changes.js";
import { deletionDateWorker } from "./deletion-dates.js";
import { type HeldUser, holdOthers, holdUsers } from "./hold-users.js";
import { User } from "./user.entity.js";

/** The same changes for many: label, language, deletion date, groups to join. */
export interface BulkChanges {
  readonly changes: UserChanges;
  readonly createMissing: boolean;
}

/** Makes these changes to each of the users; who is so already is left alone, the founder is refused. */
export async function updateBatch(
  tx: Tx,
  app: Pick<App, "clock" | "config" | "jobs" | "secrets">,
  workspaceId: string,
  actor: AuditActor,
  ids: readonly string[],
  { changes, createMissing }: BulkChanges,
): Promise<BatchResult> {
  // a date deletes on its day, which nobody does to their own account
  const { users, refused } = changes.values.deletionDate
    ? await holdOthers(tx, workspaceId, actor, ids)
    : await holdUsers(tx, workspaceId, ids);
  const wanted = namesOfChanges(changes);
  const names = await findNames(tx, workspaceId, wanted);
  const [unknown] = unknownNames(names, changes, createMissing);
  // a name that was there at the beginning was taken away since
  if (unknown) return { changed: 0, refused: ids.map((id) => ({ id, code: unknown.code })) };
  await createNames(tx, app, workspaceId, names, wanted);
  const columns = changedColumns(names, changes);
  const differing = new Map(users.map((user) => [user.id, differingFields(user, columns)]));
  const updated = users.filter(({ id }) => differing.get(id)?.length);
  if (updated.length > 0) {
    const these = { workspaceId, id: In(updated.map(({ id }) => id)) };
    await tx.update(User, these, { ...columns, updatedAt: app.clock.now() });
  }
  if (columns.deletionDate) afterCommit(tx, () => app.jobs.wake(deletionDateWorker));
  const memberships = changes.joins.map(({ group, role }) => ({
    groupId: names.idOf("group", group) as string,
    role,
  }));
  const joined = await addAllToGroups(tx, workspaceId, users, memberships);
  const told = users.filter(({ id, status }) => status === "ACTIVE" && joined.has(id));
  await enqueueMail(
    tx,
    app,
    told.flatMap((user) => addedToGroupsMail({ ...user, workspaceId })),
  );
  const changed = users.filter(({ id }) => joined.has(id) || differing.get(id)?.length);
  const events = changed.map(({ id }) => {
    const fields = [...(differing.get(id) ?? []), ...(joined.get(id) ?? [])];
    return { type: "user_updated", subject: id, fields } as const;
  });
  await recordAudits(tx, app, workspaceId, actor, events);
  return { changed: changed.length, refused };
}

const differingFields = (user: HeldUser, columns: Partial<User>): string[] =>
  Object.entries(columns).flatMap(([name, value]) => (user[name as keyof HeldUser] === value ? [] : [name]));

/** Who got which roles that they had not, in the audit's words. */
async function addAllToGroups(
  tx: Tx,
  workspaceId: string,
  users: readonly HeldUser[],
  memberships: readonly Pick<GroupMember, "groupId" | "role">[],
): Promise<Map<string, string[]>> {
  const joined = new Map<string, string[]>();
  if (memberships.length === 0 || users.length === 0) return joined;
  const userIds = users.map(({ id }) => id);
  const groupIds = [...new Set(memberships.map(({ groupId }) => groupId))];
  const rows = await tx.findBy(GroupMember, { workspaceId, userId: In(userIds), groupId: In(groupIds) });
  const held = new Set(rows.map(({ userId, groupId, role }) => `${userId} ${groupId} ${role}`));
  const missing = userIds.flatMap((userId) =>
    memberships.flatMap(({ groupId, role }) => {
      const key = `${userId} ${groupId} ${role}`;
      if (held.has(key)) return [];
      held.add(key);
      joined.set(userId, [...(joined.get(userId) ?? []), `${role} in ${groupId}`]);
      return [{ workspaceId, userId, groupId, role }];
    }),
  );
  await bulkInsert(tx, GroupMember, missing);
  return joined;
}

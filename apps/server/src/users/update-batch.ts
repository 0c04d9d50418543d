import { In } from "typeorm";
import { type AuditActor, recordAudits } from "../audit/record-audit.js";
import type { App } from "../context.js";
import { afterCommit, type Tx } from "../db/transaction.js";
import { createNames, findNames } from "../groups/find-or-create-names.js";
import { giveRoles } from "../groups/give-roles.js";
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
  const joined = await giveRoles(tx, app, workspaceId, users, memberships);
  const told = users.filter(({ id, status }) => status === "ACTIVE" && joined.has(id));
  await enqueueMail(
    tx,
    app,
    told.flatMap((user) => addedToGroupsMail({ ...user, workspaceId })),
  );
  const changed = users.filter(({ id }) => joined.has(id) || differing.get(id)?.length);
  const events = changed.map(({ id }) => {
    const roles = (joined.get(id) ?? []).map(({ groupId, role }) => `${role} in ${groupId}`);
    const fields = [...(differing.get(id) ?? []), ...roles];
    return { type: "user_updated", subject: id, fields } as const;
  });
  await recordAudits(tx, app, workspaceId, actor, events);
  return { changed: changed.length, refused };
}

const differingFields = (user: HeldUser, columns: Partial<User>): string[] =>
  Object.entries(columns).flatMap(([name, value]) => (user[name as keyof HeldUser] === value ? [] : [name]));

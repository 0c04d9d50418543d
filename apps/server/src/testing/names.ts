import type { App } from "../context.js";
import { bulkInsert } from "../db/bulk-insert.js";
import { newId } from "../db/ids.js";
import { sortKey } from "../db/sort-key.js";
import type { NamedKind } from "../groups/find-or-create-names.js";
import { GroupMember, type GroupRole } from "../groups/group-member.entity.js";
import { type NameRow, tableOf } from "../groups/name-kinds.js";

/** Stores a company, group, team or label called so. */
export async function aName<Kind extends NamedKind>(
  app: Pick<App, "db" | "clock">,
  kind: Kind,
  given: { workspaceId: string; name: string; leaderEmailKey?: string },
): Promise<NameRow<Kind>> {
  const row = { id: newId(), nameKey: sortKey(given.name), createdAt: app.clock.now(), ...given };
  const led = { leaderEmailKey: null, leaderImportId: null, ...row };
  const stored = (kind === "team" ? led : row) as NameRow<Kind>;
  await app.db.tx((tx) => bulkInsert(tx, tableOf[kind], [stored]));
  return stored;
}

/** Puts users into a group in these roles. */
export const inGroup = (
  app: Pick<App, "db">,
  { id: groupId, workspaceId }: { id: string; workspaceId: string },
  users: readonly { id: string }[],
  roles: readonly GroupRole[],
): Promise<void> =>
  app.db.tx((tx) =>
    bulkInsert(
      tx,
      GroupMember,
      users.flatMap(({ id: userId }) => roles.map((role) => ({ workspaceId, groupId, userId, role }))),
    ),
  );

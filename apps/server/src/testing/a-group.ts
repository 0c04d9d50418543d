import { bulkInsert } from "../db/bulk-insert.js";
import { newId } from "../db/ids.js";
import { sortKey } from "../db/sort-key.js";
import { Group } from "../groups/group.entity.js";
import { GroupMember, type GroupRole } from "../groups/group-member.entity.js";
import type { User } from "../users/user.entity.js";
import { Workspace } from "../workspaces/workspace.entity.js";
import type { TestApp } from "./start-app.js";

/** Stores a group of the founded workspace with these people in these roles. */
export async function aGroup(
  { app }: Pick<TestApp, "app">,
  name: string,
  people: Partial<Record<GroupRole, readonly Pick<User, "id">[]>> = {},
): Promise<Group> {
  const { id: workspaceId } = await app.db.read.findOneByOrFail(Workspace, { foundedOnce: 1 });
  const group = { id: newId(), workspaceId, name, nameKey: sortKey(name), createdAt: app.clock.now() };
  const members = (Object.keys(people) as GroupRole[]).flatMap((role) =>
    (people[role] ?? []).map(({ id: userId }) => ({ workspaceId, groupId: group.id, userId, role })),
  );
  await app.db.tx(async (tx) => {
    await bulkInsert(tx, Group, [group]);
    await bulkInsert(tx, GroupMember, members);
  });
  return group;
}

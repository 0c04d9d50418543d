import type { EntityTarget, ObjectLiteral } from "typeorm";
import type { App } from "../context.js";
import { bulkInsert } from "../db/bulk-insert.js";
import { newId } from "../db/ids.js";
import { Workspace } from "../workspaces/workspace.entity.js";

interface Owned extends ObjectLiteral {
  id: string;
  workspaceId: string;
}

/**
 * A second workspace, put in through the database: an installation offers no way to found one. Its rows are copies of the
 * first one's, so that nothing but the workspace tells them apart.
 */
export async function anotherWorkspace(app: App): Promise<{
  id: string;
  /** Stores a copy of the row as the other workspace's; answers its id. */
  copy<Row extends Owned>(target: EntityTarget<Row>, row: Row): Promise<string>;
}> {
  const own = (await app.db.read.find(Workspace))[0] as Workspace;
  const id = newId();
  await app.db.tx((tx) => bulkInsert(tx, Workspace, [{ ...own, id, name: "Southwind", foundedOnce: null }]));
  return {
    id,
    async copy(target, row) {
      const copied = { ...row, id: newId(), workspaceId: id };
      await app.db.tx((tx) => bulkInsert(tx, target, [copied]));
      return copied.id;
    },
  };
}

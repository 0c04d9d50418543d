import type { Database } from "../db/database.js";
import { Workspace } from "./workspace.entity.js";

/** Answers the id of the installation's one workspace, null before founding. Asks the database until there is one. */
export function installedWorkspace(db: Pick<Database, "read">): () => Promise<string | null> {
  let id: string | null = null;
  return async () => {
    id ??= (await db.read.findOne(Workspace, { where: { foundedOnce: 1 }, select: { id: true } }))?.id ?? null;
    return id;
  };
}

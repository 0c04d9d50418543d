import type { EntityTarget } from "typeorm";
import { readByKeys } from "../db/read-by-keys.js";
import type { Tx } from "../db/transaction.js";
import type { NamedKind } from "./find-or-create-names.js";
import { type NameRow, tableOf } from "./name-kinds.js";

/** Which of these there are, held until the transaction's end: meanwhile nobody renames, merges or deletes them. */
export async function holdNames(
  tx: Tx,
  kind: NamedKind,
  workspaceId: string,
  ids: readonly string[],
): Promise<Set<string>> {
  const table = tableOf[kind] as EntityTarget<NameRow>;
  const rows = await readByKeys(tx, table, ["id"], workspaceId, "id", ids, { lock: true });
  return new Set(rows.map(({ id }) => id));
}

import { bulkInsert } from "../db/bulk-insert.js";
import type { Tx } from "../db/transaction.js";
import { InstallationFact } from "./installation-fact.entity.js";

/** Sets a fact of the installation, whatever it was before. */
export async function storeFact(tx: Tx, name: string, value: string): Promise<void> {
  const { affected } = await tx.update(InstallationFact, { name }, { value });
  if (affected) return;
  // MariaDB counts a row that stays the same as affected by nothing
  if (await tx.existsBy(InstallationFact, { name })) return;
  await bulkInsert(tx, InstallationFact, [{ name, value }]);
}

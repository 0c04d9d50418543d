import { createHmac, randomBytes } from "node:crypto";
import { bulkInsert, isKeyConflict } from "../db/bulk-insert.js";
import type { Database } from "../db/database.js";
import type { Tx } from "../db/transaction.js";
import type { SecretBox } from "../secrets/secret-box.js";
import { InstallationFact } from "./installation-fact.entity.js";

const fact = "number key";

/**
 * The key of keyed hashes: made once and kept sealed. A key of its own, so that hashes stay the same, and unique, when the
 * installation's key changes.
 */
export async function openNumberKey(secrets: SecretBox, db: Database): Promise<(text: string) => string> {
  const key = await readKey(secrets, db);
  return (text) => createHmac("sha256", key).update(text).digest("base64url");
}

/** For a key that was changed while nothing was sealed with it. What another process has stored since, with the new key, stays. */
export async function forgetNumberKey(tx: Tx, secrets: SecretBox): Promise<void> {
  const known = await tx.findOneBy(InstallationFact, { name: fact });
  if (known && !secrets.isCurrent(known.value)) await tx.delete(InstallationFact, { name: fact, value: known.value });
}

async function readKey(secrets: SecretBox, db: Database): Promise<Buffer> {
  for (;;) {
    const known = await db.dataSource.manager.findOneBy(InstallationFact, { name: fact });
    if (known && secrets.isCurrent(known.value)) return Buffer.from(secrets.open(known.value, fact), "base64url");
    const key = known ? secrets.open(known.value, fact) : randomBytes(32).toString("base64url");
    const value = secrets.seal(key, fact);
    try {
      // another process may do the same: never over what it stored, since its key counts then
      await db.tx(async (tx) => {
        if (known) await tx.update(InstallationFact, { name: fact, value: known.value }, { value });
        else await bulkInsert(tx, InstallationFact, [{ name: fact, value }]);
      });
    } catch (error) {
      if (!isKeyConflict(error)) throw error;
    }
  }
}

import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Config } from "../config.js";
import { bulkInsert } from "../db/bulk-insert.js";
import type { Database } from "../db/database.js";
import { makeSecretBox, type SecretBox } from "../secrets/secret-box.js";
import { InstallationFact } from "./installation-fact.entity.js";

const fact = "key fingerprint";
const leastKey = 32;

/** Why the server does not start, said to its operator. */
export class StartRefused extends Error {}

/**
 * The installation's key: SECRET_KEY, else the file in DATA_DIR, made at the first start. With sealed data in the
 * database and another or a missing key the server refuses to start, and makes no new one: the data would be lost.
 * `isSealedDataStored` is asked only when the key is not the one that was used so far.
 */
export async function openSecrets(
  config: Pick<Config, "secretKey" | "dataDir">,
  db: Database,
  isSealedDataStored: () => Promise<boolean>,
): Promise<SecretBox> {
  const file = join(config.dataDir, "secret.key");
  const known = await db.read.findOneBy(InstallationFact, { name: fact });
  const given = config.secretKey ?? (existsSync(file) ? readKey(file) : null);
  const secrets = given === null ? null : makeSecretBox(Buffer.from(given));
  if (secrets && known?.value === secrets.fingerprint) return secrets;
  if (known && (await isSealedDataStored())) {
    throw new StartRefused(
      secrets
        ? `The key is not the one that data in this database was sealed with. Nothing was changed. Set SECRET_KEY to the former key${config.secretKey ? "" : `, or put the former key back into ${file}`}.`
        : `The key that data in this database was sealed with is missing. Nothing was changed. Set SECRET_KEY to it, or put it back into ${file}.`,
    );
  }
  const used = secrets ?? makeSecretBox(Buffer.from(makeKey(file)));
  await db.tx(async (tx) => {
    if (known) await tx.update(InstallationFact, { name: fact }, { value: used.fingerprint });
    else await bulkInsert(tx, InstallationFact, [{ name: fact, value: used.fingerprint }]);
  });
  return used;
}

/** An empty or cut file is no key: everything sealed with it would be open to whoever guesses that. */
function readKey(file: string): string {
  const key = readFileSync(file, "utf8").trim();
  if (key.length >= leastKey) return key;
  throw new StartRefused(
    `The key in ${file} is cut: it has fewer than ${leastKey} characters. Nothing was changed. Put the former key back, or remove the file if this server was never used.`,
  );
}

function makeKey(file: string): string {
  const key = randomBytes(32).toString("base64url");
  mkdirSync(join(file, ".."), { recursive: true });
  writeFileSync(file, `${key}\n`, { mode: 0o600, flag: "wx", flush: true });
  return key;
}

import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Config } from "../config.js";
import type { Database } from "../db/database.js";
import type { Tx } from "../db/transaction.js";
import { makeSecretBox, type SecretBox, type Secrets } from "../secrets/secret-box.js";
import { InstallationFact } from "./installation-fact.entity.js";
import { forgetNumberKey, openNumberKey } from "./number-key.js";
import { storeFact } from "./store-fact.js";

const fact = "key fingerprint";
/** The fingerprint of the key before, while something may still be sealed with it. */
export const formerFact = "former key fingerprint";
const leastKey = 32;

/** Why the server does not start, said to its operator. */
export class StartRefused extends Error {}

/**
 * The installation's key: SECRET_KEY, else the file in DATA_DIR, made at the first start. With sealed data in the
 * database and another or a missing key the server refuses to start, and makes no new one: the data would be lost. With
 * FORMER_SECRET_KEY the key changes: from then on the former one is needed until all is sealed anew.
 * `isSealedDataStored` is asked only when the key is not the one that was used so far.
 */
export async function openSecrets(
  config: Pick<Config, "secretKey" | "formerSecretKey" | "dataDir">,
  db: Database,
  isSealedDataStored: () => Promise<boolean>,
): Promise<Secrets> {
  const file = join(config.dataDir, "secret.key");
  const facts = await db.read.find(InstallationFact);
  const known = facts.find(({ name }) => name === fact)?.value;
  const formerNeeded = facts.find(({ name }) => name === formerFact)?.value;
  const given = config.secretKey ?? (existsSync(file) ? readKey(file) : null);
  const former = config.formerSecretKey === null ? null : Buffer.from(config.formerSecretKey);
  const formerFingerprint = former && makeSecretBox(former).fingerprint;
  const secrets = given === null ? null : makeSecretBox(Buffer.from(given), former);
  const isKnown = secrets !== null && known === secrets.fingerprint;
  if (formerNeeded && !(isKnown && formerFingerprint === formerNeeded)) throw new StartRefused(changeUnderWay);
  if (isKnown) return withNumberKey(secrets, db);
  const isChange = known !== undefined && secrets !== null && formerFingerprint === known;
  if (known && !isChange && (await isSealedDataStored())) {
    throw new StartRefused(
      secrets
        ? `The key is not the one that data in this database was sealed with. Nothing was changed. Set SECRET_KEY to the former key${config.secretKey ? "" : `, or put the former key back into ${file}`}.`
        : `The key that data in this database was sealed with is missing. Nothing was changed. Set SECRET_KEY to it, or put it back into ${file}.`,
    );
  }
  const used = secrets ?? makeSecretBox(Buffer.from(makeKey(file)));
  await db.tx(async (tx) => {
    await storeFact(tx, fact, used.fingerprint);
    if (isChange) await storeFact(tx, formerFact, known);
    // sealed with a key that nothing else needs any more
    else await forgetNumberKey(tx, used);
  });
  return withNumberKey(used, db);
}

const changeUnderWay =
  "The key was changed and not everything is sealed anew yet. Nothing was changed. Set SECRET_KEY to the new key and FORMER_SECRET_KEY to the one before it, and run `pnpm rotate-key`.";

async function withNumberKey(secrets: SecretBox, db: Database): Promise<Secrets> {
  return { ...secrets, keyedHash: await openNumberKey(secrets, db) };
}

/** Says that nothing is sealed with the former key any more: it may be forgotten. */
export async function forgetFormerKey(tx: Tx): Promise<void> {
  await tx.delete(InstallationFact, { name: formerFact });
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

import "reflect-metadata";
import { ConfigError, readConfig } from "./config.js";
import { openDatabase } from "./db/database.js";
import { TablesRefused } from "./db/tables-refused.js";
import { entities } from "./entities.js";
import { openSecrets, StartRefused } from "./installation/installation-key.js";
import { sealAnew } from "./installation/seal-anew.js";
import { isSealedDataStored } from "./installation/sealed-data.js";
import { sealedColumns } from "./sealed-columns.js";

/** `pnpm rotate-key`: seals anew what the former key had sealed. May be ended and run again; servers may go on working. */
async function main(): Promise<void> {
  const config = readConfig(process.env);
  if (config.formerSecretKey === null) throw new StartRefused(howTo);
  const db = await openDatabase(config.database, entities);
  try {
    const secrets = await openSecrets(config, db, () => isSealedDataStored(db));
    const count = await sealAnew({ db, secrets }, sealedColumns, (so) =>
      process.stdout.write(`\r  ${so} texts sealed anew`),
    );
    process.stdout.write(
      `\r  ${count} texts sealed anew. The former key is needed no more: remove FORMER_SECRET_KEY.\n`,
    );
  } finally {
    await db.close();
  }
}

const howTo =
  "Set SECRET_KEY to the new key and FORMER_SECRET_KEY to the one before, restart all servers with both, and run this with both.";

main().catch((error: Error) => {
  const isForOperator = [ConfigError, StartRefused, TablesRefused].some((kind) => error instanceof kind);
  process.stderr.write(`${isForOperator ? error.message : error.stack}\n`);
  process.exitCode = 1;
});

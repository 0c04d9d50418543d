import "reflect-metadata";
import { pino } from "pino";
import { ConfigError, readConfig } from "./config.js";
import { TablesRefused } from "./db/tables-refused.js";
import { StartRefused } from "./installation/installation-key.js";
import { seedWorkspace, WorkspaceExists } from "./seed-workspace.js";

/** `pnpm seed`: a demo workspace in the database that the settings name. */
async function main(): Promise<void> {
  const config = readConfig(process.env);
  const { name, login, password } = await seedWorkspace(config, new Date(), pino({ level: "warn" }));
  process.stdout.write(
    `\n  "${name}" is ready. Start the server with the same settings, open ${config.publicUrl} and sign in:\n` +
      `  E-mail    ${login}\n  Password  ${password}\n\n  All of it is made up: no mail is sent to these people.\n\n`,
  );
}

const occupied =
  "There is a workspace in this database already. Nothing was changed: a demo is made only in an empty one.\n" +
  "Name another place for it, here and when you start the server, such as\n" +
  "  DATA_DIR=./demo pnpm seed\n" +
  "  DATA_DIR=./demo pnpm start\n" +
  "or set DATABASE_URL to an empty database.\n";

main().catch((error: Error) => {
  const isForOperator = [ConfigError, StartRefused, TablesRefused].some((kind) => error instanceof kind);
  const words = error instanceof WorkspaceExists ? occupied : `${isForOperator ? error.message : error.stack}\n`;
  process.stderr.write(words);
  process.exitCode = 1;
});

import "reflect-metadata";
import type { RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { makeLog, startApplication } from "./app.js";
import { ConfigError, onPort, readConfig } from "./config.js";
import { TablesRefused } from "./db/tables-refused.js";
import { DatabaseRefused, waitForDatabase } from "./db/wait-for-database.js";
import { makeServer } from "./http/web-server.js";
import { StartRefused } from "./installation/installation-key.js";
import { keepHeapLean } from "./lean-heap.js";

/** Longer than any request or mail takes; after it the process ends as it is, which nothing is lost by. */
const patience = 25_000;

async function main(): Promise<void> {
  keepHeapLean();
  const settings = readConfig(process.env);
  const log = makeLog(settings);
  // answers at once, so that whoever watches sees a process that is alive and not ready yet, while tables are brought up to date
  let listener: RequestListener = (req, res) => {
    const isAlive = req.url === "/healthz";
    res.writeHead(isAlive ? 200 : 503, { "content-type": "application/json", "retry-after": "2" });
    res.end(isAlive ? '{"status":"alive"}' : '{"status":"starting"}');
  };
  const server = makeServer((req, res) => listener(req, res));
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(settings.port, settings.host, resolve);
  });
  const config = onPort(settings, (server.address() as AddressInfo).port);
  await waitForDatabase(config.database, log);
  const running = await startApplication({ config, log, webDir: join(import.meta.dirname, "../../web/dist") });
  listener = running.express;

  let isStopping = false;
  const stop = (signal: string) => {
    if (isStopping) return;
    isStopping = true;
    log.info({ signal }, "stopping: finishing what was started");
    setTimeout(() => process.exit(1), patience).unref();
    running.stop(server).then(
      () => process.exit(0),
      (error) => {
        log.error({ err: error }, "could not stop cleanly");
        process.exit(1);
      },
    );
  };
  process.on("SIGTERM", stop);
  process.on("SIGINT", stop);

  const isFounded = (await running.workspaceId()) !== null;
  const address = isFounded ? config.publicUrl : `${config.publicUrl}/setup#code=${running.app.setupCode}`;
  log.info({ host: config.host, port: config.port }, "ready");
  process.stdout.write(
    isFounded ? `\n  Usher is ready: ${address}\n\n` : `\n  Usher is ready. Found your workspace at:\n  ${address}\n\n`,
  );
}

const dataDir = "DATA_DIR is no folder that can be written to. Set it to one, or change its permissions.";
/** What the system refuses while starting, in the words of the settings. */
const plainWords: Record<string, string | undefined> = {
  EADDRINUSE: "The port is in use. Set PORT to another one, or stop what listens there.",
  EADDRNOTAVAIL: "HOST is no address of this machine. Set it to one, or to 0.0.0.0 for all of them.",
  ENOTFOUND: "HOST is no address of this machine. Set it to one, or to 0.0.0.0 for all of them.",
  EACCES: `${dataDir} A PORT below 1024 needs special rights, too.`,
  EEXIST: dataDir,
  ENOTDIR: dataDir,
  EROFS: dataDir,
  SQLITE_CANTOPEN: dataDir,
};

main().catch((error: NodeJS.ErrnoException) => {
  const isForOperator = [ConfigError, DatabaseRefused, StartRefused, TablesRefused].some(
    (kind) => error instanceof kind,
  );
  const plain = plainWords[error.code ?? ""];
  process.stderr.write(plain ? `${plain}\n` : isForOperator ? `${error.message}\n` : `${error.stack ?? error}\n`);
  process.exit(1);
});

import type { Server } from "node:http";
import type { Express } from "express";
import { type DestinationStream, type Logger, pino } from "pino";
import type { Config } from "./config.js";
import type { App, Clock } from "./context.js";
import { type Database, openDatabase } from "./db/database.js";
import { entities } from "./entities.js";
import { graphqlEndpoint } from "./http/graphql-endpoint.js";
import { makeMetrics } from "./http/metrics.js";
import { closeServer, makeExpress } from "./http/web-server.js";
import { openSecrets } from "./installation/installation-key.js";
import { isSealedDataStored } from "./installation/sealed-data.js";
import { makeEmbeddedEngine } from "./jobs/embedded-engine.js";
import { releaseLeases } from "./jobs/release-leases.js";
import { mailBacklog } from "./mail/mail-backlog.js";
import { mailKinds } from "./mail-kinds.js";
import { makeContext } from "./make-context.js";
import { makeSchema } from "./schema.js";
import { makeThrottle } from "./throttle/throttle.js";
import { serveExport } from "./users/serve-export.js";
import { makeWorkers } from "./workers.js";
import { installedWorkspace } from "./workspaces/installed-workspace.js";
import { makeMailLooks } from "./workspaces/mail-look.js";
import { serveLogo } from "./workspaces/serve-logo.js";

export interface RunningApp {
  readonly app: App;
  readonly express: Express;
  /** The workspace's id, null before founding. */
  readonly workspaceId: () => Promise<string | null>;
  /** From now on /readyz says no: whoever balances the load sends nothing more. */
  drain(): void;
  /** Finishes what was started, then closes everything. */
  stop(server?: Server): Promise<void>;
}

/** Opens the database, starts the workers and answers what serves requests. */
export async function startApplication(options: {
  config: Config;
  clock?: Clock;
  log?: Logger;
  logTo?: DestinationStream;
  webDir: string | null;
}): Promise<RunningApp> {
  const { config, clock = { now: () => new Date() }, webDir } = options;
  const log = options.log ?? makeLog(config, options.logTo);
  const db: Database = await openDatabase(config.database, entities);
  try {
    return await assemble(config, clock, log, db, webDir);
  } catch (error) {
    await db.close();
    throw error;
  }
}

export const makeLog = (config: Pick<Config, "logLevel">, to?: DestinationStream): Logger =>
  pino(
    {
      level: config.logLevel,
      timestamp: pino.stdTimeFunctions.isoTime,
      base: null,
      formatters: { level: (level) => ({ level }) },
    },
    to as DestinationStream,
  );

async function assemble(
  config: Config,
  clock: Clock,
  log: Logger,
  db: Database,
  webDir: string | null,
): Promise<RunningApp> {
  const secrets = await openSecrets(config, db, () => isSealedDataStored(db));
  const metrics = config.metricsToken
    ? makeMetrics(config.metricsToken, () => mailBacklog(db.read, clock.now()))
    : null;
  const jobs = makeEmbeddedEngine((error, worker) => {
    log.error({ err: error, worker }, "background work failed");
    metrics?.countFailure(worker);
  });
  const setupCode = config.setupCode ?? secrets.derive("setup code", 9).toString("hex");
  const mails = { kinds: mailKinds, lookOf: makeMailLooks(db) };
  const app: App = { config, clock, db, jobs, log, mails, secrets, setupCode, throttle: makeThrottle() };
  const workspaceId = installedWorkspace(db);
  let isDraining = false;
  const graphql = await graphqlEndpoint({
    schema: makeSchema(),
    log,
    isSecure: config.publicUrl.startsWith("https:"),
    makeContext: (facts, languages) => makeContext(app, workspaceId, facts, languages),
  });
  const express = makeExpress({
    log,
    publicUrl: config.publicUrl,
    trustedProxies: config.trustedProxies,
    graphql: graphql.handler,
    logo: serveLogo(db),
    download: serveExport(app),
    isReady: async () =>
      !isDraining &&
      (await db.ping().then(
        () => true,
        () => false,
      )),
    metrics,
    webDir,
  });
  await releaseLeases(db, clock.now());
  const workers = makeWorkers(app);
  jobs.start(workers.workers);
  return {
    app,
    express,
    workspaceId,
    drain() {
      isDraining = true;
    },
    async stop(server) {
      isDraining = true;
      if (server) {
        await closeServer(server);
      }
      await graphql.stop();
      await jobs.stop();
      await workers.close();
      await db.close();
    },
  };
}

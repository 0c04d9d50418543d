import { mkdtempSync } from "node:fs";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type DestinationStream, pino } from "pino";
import { type RunningApp, startApplication } from "../app.js";
import { type Config, readConfig } from "../config.js";
import type { App, Clock } from "../context.js";
import type { DatabaseLocation } from "../db/database.js";
import { makeServer } from "../http/web-server.js";
import { aPlace } from "./a-database.js";

/** A clock that stands still until a test moves it. */
export class TestClock implements Clock {
  #now = new Date("2026-11-22T09:00:00.000Z");
  now(): Date {
    return new Date(this.#now);
  }
  set(to: Date): void {
    this.#now = to;
  }
  forward(ms: number): void {
    this.#now = new Date(this.#now.getTime() + ms);
  }
}

export const hours = (count: number): number => count * 60 * 60_000;
export const setupCode = "test-setup-code";

export interface TestApp {
  /** Of the running server, such as http://127.0.0.1:41234. */
  readonly url: string;
  readonly app: App;
  readonly clock: TestClock;
  /** What the server logged so far, one JSON line each. */
  readonly logged: readonly string[];
  stop(): Promise<void>;
}

/**
 * The whole server on a free port with an empty database: real HTTP, real tables. `env` as an operator would set it;
 * `before` prepares the database that the server then finds.
 */
export async function startApp(
  env: Record<string, string> = {},
  before: (config: Config, clock: Clock) => Promise<void> = async () => undefined,
): Promise<TestApp> {
  const place = await aPlace();
  const started = await startAppAt(place.location, env, before);
  const stop = async () => {
    await started.stop();
    await place.clear();
  };
  return { ...started, stop };
}

/** The same with a database that is there already, and stays. */
export async function startAppAt(
  database: DatabaseLocation,
  env: Record<string, string> = {},
  before: (config: Config, clock: Clock) => Promise<void> = async () => undefined,
): Promise<TestApp> {
  const clock = new TestClock();
  const logged: string[] = [];
  const logTo: DestinationStream = { write: (line) => void logged.push(line) };
  const dataDir = mkdtempSync(join(tmpdir(), "usher-test-data-"));
  const config: Config = {
    ...readConfig({ SETUP_CODE: setupCode, DATA_DIR: dataDir, LOG_LEVEL: "debug", ...env }),
    database,
  };
  await before(config, clock);
  const running: RunningApp = await startApplication({
    config,
    clock,
    log: pino({ level: config.logLevel }, logTo),
    webDir: null,
  });
  const server: Server = makeServer(running.express);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    app: running.app,
    clock,
    logged,
    async stop() {
      server.closeAllConnections();
      await running.stop(server);
    },
  };
}

/** Starts a server around all tests of a `describe`. */
export function aRunningApp(env: Record<string, string> = {}): TestApp {
  const test = {} as TestApp;
  beforeAll(async () => {
    Object.assign(test, await startApp(env));
  });
  afterAll(() => test.stop());
  return test;
}

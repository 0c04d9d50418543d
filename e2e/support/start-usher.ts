import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const main = fileURLToPath(new URL("../../apps/server/dist/main.js", import.meta.url));

export interface Usher {
  readonly address: string;
  readonly dataDir: string;
  /** The printed address for founding the workspace, with its one-time code. Printed only before founding. */
  setupLink(): string;
  /** All that the server said so far. */
  log(): string;
  /** Ends it as an operator would, or with SIGKILL as a power cut would. The data stays until `remove`. */
  stop(signal?: "SIGTERM" | "SIGKILL"): Promise<void>;
  remove(): Promise<void>;
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  await once(probe, "close");
  if (address === null || typeof address === "string") throw new Error("no port was given");
  return address.port;
}

/** Starts the built server on a free port. `settings`: its variables; with the DATA_DIR of another one, it goes on with that one's data. */
export async function startUsher(settings: Record<string, string> = {}): Promise<Usher> {
  const port = settings.PORT ?? String(await freePort());
  const dataDir = settings.DATA_DIR ?? (await mkdtemp(join(tmpdir(), "usher-e2e-")));
  const address = `http://127.0.0.1:${port}`;
  const server = spawn(process.execPath, [main], {
    // whoever sends mail has to say where links lead
    env: { PATH: process.env.PATH, PUBLIC_URL: address, ...settings, PORT: port, DATA_DIR: dataDir },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ended = once(server, "exit");
  const hasEnded = () => server.exitCode !== null || server.signalCode !== null;
  let said = "";
  try {
    await new Promise<void>((resolve, reject) => {
      for (const stream of [server.stdout, server.stderr]) {
        stream.setEncoding("utf8").on("data", (text: string) => {
          said += text;
          if (said.includes("Usher is ready")) resolve();
        });
      }
      ended.then(() => reject(new Error("it ended")), reject);
      setTimeout(60_000, undefined, { ref: false }).then(() => reject(new Error("it took more than 60 s")), reject);
    });
  } catch (cause) {
    server.kill("SIGKILL");
    throw new Error(`Usher did not get ready:\n${said}`, { cause });
  }

  return {
    address,
    dataDir,
    log: () => said,
    setupLink() {
      const link = said.match(/https?:\/\/\S+#\S+/)?.[0];
      if (!link) throw new Error(`No setup link was printed:\n${said}`);
      return link;
    },
    async stop(signal = "SIGTERM") {
      if (hasEnded()) return;
      server.kill(signal);
      await ended;
    },
    remove: () => rm(dataDir, { recursive: true, force: true }),
  };
}

/**
 * A private MariaDB for tests and benchmarks: an empty server on a free port of 127.0.0.1 with a folder of its own.
 * As a command it prints its address and runs until Ctrl+C: `node scripts/mariadb.mjs`.
 */
import { execFile, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { createInterface } from "node:readline";
import { promisify } from "node:util";

// Debian keeps servers out of an ordinary user's PATH
const folders = [...process.env.PATH.split(delimiter), "/usr/sbin", "/usr/local/sbin"];
const find = (program) => folders.map((folder) => join(folder, program)).find(existsSync);

/** Both programs, or undefined when MariaDB's server is not installed. */
function programs() {
  const server = find("mariadbd");
  const install = find("mariadb-install-db");
  return server && install && { server, install };
}

export const hasMariaDb = () => programs() !== undefined;

async function freePort() {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address();
  probe.close();
  await once(probe, "close");
  return port;
}

/** Resolves when the server takes connections; rejects with what it said when it ends before that. */
function ready(server) {
  return new Promise((resolve, reject) => {
    const said = [];
    server.on("error", reject);
    server.on("exit", () => reject(new Error(`mariadbd did not start:\n${said.join("\n")}`)));
    createInterface(server.stderr).on("line", (line) => {
      said.push(line);
      if (line.includes("ready for connections")) resolve();
    });
  });
}

/** Kills the server and removes its folder when this process dies without having stopped it, by SIGKILL too. */
function watchOver(pid, dir) {
  const script = 'read -r word; [ "$word" = stopped ] && exit; kill -9 "$1"; rm -rf "$2"';
  const watch = spawn("sh", ["-c", script, "sh", String(pid), dir], {
    detached: true,
    stdio: ["pipe", "ignore", "ignore"],
  });
  watch.unref();
  watch.stdin.unref();
  return () => watch.stdin.end("stopped\n");
}

/**
 * Starts one with its data under `under`; answers its address (any database may be made there) and how to stop it.
 * `settings`: more of mariadbd's own options, which win over those below.
 */
export async function startMariaDb(under = tmpdir(), settings = []) {
  const { server: program, install } = programs();
  const dir = mkdtempSync(join(under, "usher-mariadb-"));
  const user = process.getuid() === 0 ? ["--user=root"] : [];
  const password = randomBytes(12).toString("hex");
  const port = await freePort();
  try {
    // --force: a container may be unable to look up its own host name
    await promisify(execFile)(install, [
      "--no-defaults",
      "--force",
      `--datadir=${dir}/data`,
      "--skip-test-db",
      ...user,
    ]);
    writeFileSync(
      join(dir, "init.sql"),
      `CREATE USER 'usher'@'%' IDENTIFIED BY '${password}';\nGRANT ALL ON *.* TO 'usher'@'%' WITH GRANT OPTION;\n`,
    );
    const server = spawn(
      program,
      [
        "--no-defaults",
        ...user,
        `--datadir=${dir}/data`,
        `--socket=${dir}/socket`,
        `--pid-file=${dir}/pid`,
        `--init-file=${dir}/init.sql`,
        `--port=${port}`,
        "--bind-address=127.0.0.1",
        "--skip-name-resolve",
        "--max-connections=500",
        // as Debian and the official image set it: the collation that merges what must stay distinct
        "--character-set-server=utf8mb4",
        "--collation-server=utf8mb4_general_ci",
        // a crash of the machine may cost the last second; locking, isolation and a killed client behave as in production
        "--innodb-flush-log-at-trx-commit=2",
        "--innodb-doublewrite=0",
        "--innodb-buffer-pool-size=256M",
        "--innodb-log-file-size=128M",
        "--performance-schema=OFF",
        ...settings,
      ],
      { stdio: ["ignore", "ignore", "pipe"] },
    );
    const release = watchOver(server.pid, dir);
    await ready(server);
    return {
      url: `mysql://usher:${password}@127.0.0.1:${port}`,
      pid: server.pid,
      async stop() {
        server.kill("SIGTERM");
        if (server.exitCode === null && server.signalCode === null) await once(server, "exit");
        release();
        rmSync(dir, { recursive: true, force: true });
      },
    };
  } catch (error) {
    rmSync(dir, { recursive: true, force: true });
    throw error;
  }
}

if (import.meta.main) {
  const { url, stop } = await startMariaDb();
  console.log(url);
  for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, stop);
}

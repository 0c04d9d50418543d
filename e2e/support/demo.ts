import { execFile } from "node:child_process";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { startUsher, type Usher } from "./start-usher";

const command = fileURLToPath(new URL("../../apps/server/dist/seed.js", import.meta.url));

export interface Demo {
  usher: Usher;
  login: string;
  password: string;
}

/** Runs `pnpm seed`'s program; answers what it printed. */
export async function seed(dataDir: string): Promise<{ stdout: string; login: string; password: string }> {
  const { stdout } = await promisify(execFile)(process.execPath, [command], {
    env: { PATH: process.env.PATH, DATA_DIR: dataDir },
  });
  const printed = (name: string) => stdout.match(new RegExp(`${name}\\s+(\\S+)`))?.[1] ?? "";
  return { stdout, login: printed("E-mail"), password: printed("Password") };
}

/** A server over the demo workspace. */
export async function startDemo(settings: Record<string, string> = {}): Promise<Demo> {
  const dataDir = await mkdtemp(join(tmpdir(), "usher-demo-"));
  const { login, password } = await seed(dataDir);
  return { usher: await startUsher({ ...settings, DATA_DIR: dataDir }), login, password };
}

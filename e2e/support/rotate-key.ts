import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const command = fileURLToPath(new URL("../../apps/server/dist/rotate-key.js", import.meta.url));

/** Seals anew as `pnpm rotate-key` does, beside the running server; answers what it said. */
export async function rotateKey(dataDir: string, keys: Record<string, string>): Promise<string> {
  const env = { PATH: process.env.PATH, DATA_DIR: dataDir, ...keys };
  return (await promisify(execFile)(process.execPath, [command], { env })).stdout;
}

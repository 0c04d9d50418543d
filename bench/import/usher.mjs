import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";

const main = join(import.meta.dirname, "serve.mjs");

async function freePort() {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address();
  probe.close();
  await once(probe, "close");
  return port;
}

/** CPU time that a process has used so far, in seconds (Linux). */
export function cpuSeconds(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1].split(" ");
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

/** Starts the server with these settings, founds a workspace, and answers how to talk to it. */
export async function startUsher(settings, nodeOptions = []) {
  const port = await freePort();
  const server = spawn(process.execPath, [...nodeOptions, main], {
    env: {
      PATH: process.env.PATH,
      ...settings,
      PORT: String(port),
      PUBLIC_URL: `http://127.0.0.1:${port}`,
      SETUP_CODE: "bench-setup-code",
      LOG_LEVEL: "warn",
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  server.stdout.setEncoding("utf8");
  for await (const text of server.stdout.iterator({ destroyOnReturn: false })) if (text.includes("ready")) break;
  server.stdout.resume();
  let cookie = "";
  const post = async (body) => {
    const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", cookie },
      body,
    });
    const set = response.headers.getSetCookie().map((each) => each.split(";")[0]);
    if (set.length > 0) cookie = set.join("; ");
    const answer = await response.json();
    const refusals = Object.values(answer.data ?? {}).flatMap((payload) => payload?.userErrors ?? []);
    if (answer.errors || refusals.length > 0) throw new Error(JSON.stringify(answer).slice(0, 2_000));
    return answer.data;
  };
  const ask = (query, variables) => post(JSON.stringify({ query, variables }));
  await ask("mutation ($input: FoundWorkspaceInput!) { foundWorkspace(input: $input) { userErrors { code } } }", {
    input: {
      setupCode: "bench-setup-code",
      workspaceName: "Bench",
      email: "founder@bench.example",
      firstName: "Ada",
      lastName: "Bench",
      password: "a wandering purple kettle",
      language: "EN",
    },
  });
  return {
    post,
    ask,
    cpu: () => cpuSeconds(server.pid),
    /** The most memory that it ever held, in MB. */
    peakMemory: () => Number(/VmHWM:\s+([0-9]+)/.exec(readFileSync(`/proc/${server.pid}/status`, "utf8"))[1]) / 1_024,
    async stop() {
      server.kill("SIGTERM");
      if (server.exitCode === null) await once(server, "exit");
    },
  };
}

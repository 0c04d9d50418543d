import { spawn } from "node:child_process";
import { delimiter, join } from "node:path";
import { root } from "./root.mjs";

const path = [join(root, "node_modules/.bin"), process.env.PATH].join(delimiter);
const running = new Set();

/** Ends a command with all that it started; one that does not listen is killed after 5 s. */
function end(child) {
  const signal = (name) => {
    try {
      process.kill(-child.pid, name);
    } catch {
      // it is gone already
    }
  };
  signal("SIGTERM");
  setTimeout(signal, 5_000, "SIGKILL").unref();
}

let over = false;

/** For an interrupted script: ends whatever runs, and nothing more will start. */
export function endAll() {
  over = true;
  for (const child of running) end(child);
}

/**
 * Runs a command in its own process group, its output going where ours goes (or into `output`, when captured).
 * Answers its exit code, or null when it could not start, was killed, or took longer than `minutes`.
 */
export function run(program, args, { cwd = root, env = {}, minutes = 10, capture = false } = {}) {
  if (over) return Promise.resolve({ code: null, output: "" });
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd,
      env: { ...process.env, PATH: path, ...env },
      detached: true,
      stdio: ["ignore", capture ? "pipe" : "inherit", "inherit"],
    });
    running.add(child);
    let output = "";
    child.stdout?.setEncoding("utf8").on("data", (text) => {
      output += text;
    });
    const limit = setTimeout(() => {
      console.error(`${program} was ended: it took more than ${minutes} minutes.`);
      end(child);
    }, minutes * 60_000);
    const finish = (code) => {
      clearTimeout(limit);
      running.delete(child);
      resolve({ code, output });
    };
    child.on("error", (error) => {
      console.error(`${program}: ${error.message}`);
      finish(null);
    });
    child.on("close", finish);
  });
}

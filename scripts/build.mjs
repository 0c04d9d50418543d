/** Builds what `start` runs: packages and server by tsc, the web app by Vite. A step whose inputs are unchanged is skipped. */
import { spawnSync } from "node:child_process";
import { delimiter, join } from "node:path";
import { root } from "./root.mjs";
import { stampOf } from "./unchanged.mjs";

const tools = ["pnpm-lock.yaml", "tsconfig.base.json", "scripts/build.mjs"];
const packages = ["packages/rules", "packages/schema"];

const steps = [
  {
    name: "server",
    inputs: [...tools, ...packages, "apps/server"],
    outputs: ["packages/rules/dist", "packages/schema/dist", "apps/server/dist/main.js"],
    command: ["tsc", "-b", "apps/server"],
  },
  {
    name: "web documents",
    inputs: [...tools, "packages/schema/schema.graphql", "apps/web/codegen.ts", "apps/web/src"],
    outputs: ["apps/web/src/gql/graphql.ts"],
    command: ["graphql-codegen", "--config", "codegen.ts"],
    folder: "apps/web",
  },
  {
    name: "web app",
    inputs: [...tools, "packages/rules/src", "packages/schema/schema.graphql", "apps/web"],
    outputs: ["apps/web/dist/index.html"],
    command: ["vite", "build"],
    folder: "apps/web",
  },
];

/** Runs a step's command and answers what went wrong, if anything did. */
function run({ command: [program, ...args], folder = "." }) {
  const bins = [join(root, folder, "node_modules/.bin"), join(root, "node_modules/.bin"), process.env.PATH];
  const { status, error, stdout, stderr } = spawnSync(program, args, {
    cwd: join(root, folder),
    env: { ...process.env, PATH: bins.join(delimiter) },
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  if (error) return error.message;
  return status === 0 ? undefined : `${stdout}${stderr}`;
}

const missing = (output) => output && `It made no ${output}.`;

for (const step of steps) {
  const stamp = stampOf(step);
  if (stamp.isCurrent()) {
    console.log(`${step.name}: unchanged`);
    continue;
  }
  const began = performance.now();
  const fault = run(step) ?? missing(stamp.missingOutput());
  if (fault) {
    console.error(`${step.name}: failed (${step.command.join(" ")})\n\n${fault}`);
    process.exit(1);
  }
  stamp.save();
  console.log(`${step.name}: built in ${((performance.now() - began) / 1000).toFixed(1)} s`);
}

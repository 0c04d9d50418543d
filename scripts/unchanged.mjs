import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { root } from "./root.mjs";

const stamps = join(root, "node_modules/.cache/usher/build");
const notAnInput = /^(node_modules|dist|gql|test|testing)$|\.test\.tsx?$/;

function* filesUnder(path) {
  const absolute = join(root, path);
  if (!existsSync(absolute)) return;
  if (!statSync(absolute).isDirectory()) {
    yield path;
    return;
  }
  for (const name of readdirSync(absolute).sort()) {
    if (!notAnInput.test(name)) yield* filesUnder(`${path}/${name}`);
  }
}

/** Contents, not times: a checkout or a touch builds nothing anew. */
function hashOf(paths) {
  const hash = createHash("sha256");
  for (const path of paths) {
    for (const file of filesUnder(path))
      hash
        .update(`${file}\0`)
        .update(readFileSync(join(root, file)))
        .update("\0");
  }
  return hash.digest("hex");
}

/** The state of a step's inputs: whether it is the one that was last built, and how to note that it now is. */
export function stampOf({ name, inputs, outputs }) {
  const file = join(stamps, name);
  const hash = hashOf(inputs);
  const missingOutput = () => outputs.find((output) => !existsSync(join(root, output)));
  return {
    missingOutput,
    isCurrent: () => !missingOutput() && existsSync(file) && readFileSync(file, "utf8") === hash,
    save() {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, hash);
    },
  };
}

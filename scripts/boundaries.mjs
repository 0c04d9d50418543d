/**
 * Checks who imports whom (.dependency-cruiser.mjs). First every rule has to report a forbidden import that is laid out for it:
 * a checker that reads nothing, or a pattern that matches nothing, is as green as a clean tree.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { cruise } from "dependency-cruiser";
import extractDepcruiseOptions from "dependency-cruiser/config-utl/extract-depcruise-options";
import { root } from "./root.mjs";

/** rule, the file that breaks it, what it imports */
const forbidden = [
  ["rules-stand-alone", "packages/rules/src/a.ts", 'import { z } from "zod";'],
  ["rules-stand-alone", "packages/rules/src/b.ts", 'import { GraphQLError } from "graphql";'],
  ["rules-stand-alone", "packages/rules/src/c.ts", 'import type { Entity } from "typeorm";'],
  ["rules-stand-alone", "packages/rules/src/d.ts", 'import "../../../apps/server/src/config.js";'],
  ["rules-use-no-core-module", "packages/rules/src/e.ts", 'import { readFileSync } from "node:fs";'],
  ["schema-describes-only", "packages/schema/src/a.ts", 'import { Entity } from "typeorm";'],
  [
    "schema-describes-only",
    "packages/schema/src/b.ts",
    'import type { Config } from "../../../apps/server/src/config.js";',
  ],
  ["client-knows-no-server", "packages/client/src/a.ts", 'import { User } from "@usher/schema/user";'],
  ["resolver-belongs-to-its-slice", "apps/server/src/imports/a.ts", 'import { R } from "../users/user.resolver.js";'],
  ["resolver-belongs-to-its-slice", "apps/server/src/mail/a.ts", 'import type { R } from "../users/user.resolver.js";'],
  ["machinery-knows-no-slice", "apps/server/src/db/a.ts", 'import { User } from "../users/user.entity.js";'],
  ["composition-stays-on-top", "apps/server/src/users/a.ts", 'import { entities } from "../entities.js";'],
  ["server-knows-no-other-app", "apps/server/src/http/a.ts", 'export * from "../../../web/src/ui/button";'],
  ["web-feature-stands-alone", "apps/web/src/features/users/a.tsx", 'import { X } from "../imports/screen";'],
  ["web-feature-stands-alone", "apps/web/src/features/users/b.tsx", 'const load = () => import("../imports/screen");'],
  ["web-feature-knows-no-app", "apps/web/src/features/users/c.tsx", 'import { X } from "../../app/routes";'],
  ["web-ground-knows-no-feature", "apps/web/src/ui/a.tsx", 'import { X } from "../features/imports/screen";'],
  ["web-knows-no-server", "apps/web/src/app/a.ts", 'import type { Config } from "../../../server/src/config";'],
  ["web-knows-no-server", "apps/web/src/apollo/a.ts", 'import { User } from "@usher/schema/user";'],
  ["web-uses-no-core-module", "apps/web/src/ui/b.ts", 'import { join } from "node:path";'],
  ["product-uses-no-test-code", "apps/server/src/users/b.ts", 'import { startApp } from "../testing/start-app.js";'],
  [
    "product-uses-no-dev-dependency",
    "apps/server/src/users/c.ts",
    'import { SMTPServer } from "canary-dev-dependency";',
  ],
  ["no-circle", "apps/server/src/groups/a.ts", 'import { b } from "./b.js";'],
  ["every-import-resolves", "apps/server/src/groups/c.ts", 'import { gone } from "./gone.js";'],
];

/** What the forbidden imports meet, and imports that no rule may report. */
const allowed = [
  [
    "package.json",
    '{ "name": "canary", "devDependencies": { "canary-dev-dependency": "1" }, "dependencies": { "type-graphql": "2" } }',
  ],
  ["node_modules/type-graphql/package.json", '{ "name": "type-graphql", "main": "index.js" }'],
  ["node_modules/type-graphql/index.js", ""],
  ["node_modules/canary-dev-dependency/package.json", '{ "name": "canary-dev-dependency", "main": "index.js" }'],
  ["node_modules/canary-dev-dependency/index.js", ""],
  ["apps/server/src/config.ts", "export type Config = string;"],
  ["apps/server/src/context.ts", ""],
  ["apps/server/src/entities.ts", 'import "./users/user.entity.js";'],
  ["apps/server/src/schema.ts", 'import "./users/user.resolver.js";'],
  ["apps/server/src/users/user.entity.ts", 'import type { Group } from "../groups/group.entity.js";'],
  [
    "apps/server/src/users/user.resolver.ts",
    'import "../context.js"; import "./user.entity.js"; import "../mail/enqueue-mail.js";',
  ],
  ["apps/server/src/groups/group.entity.ts", 'import { User } from "../users/user.entity.js";'],
  ["apps/server/src/groups/b.ts", 'import { a } from "./a.js";'],
  ["apps/server/src/mail/enqueue-mail.ts", 'import "../db/tx.js"; import { createHash } from "node:crypto";'],
  ["apps/server/src/db/tx.ts", ""],
  ["apps/server/src/testing/start-app.ts", 'import "../entities.js"; import "canary-dev-dependency";'],
  ["apps/web/src/app/routes.tsx", 'import { X } from "../features/imports/screen"; export const y = <X />;'],
  [
    "apps/web/src/features/imports/screen.tsx",
    'import { B } from "../../ui/button"; export const x = <B<string> a="b" />;',
  ],
  ["apps/web/src/ui/button.tsx", ""],
  ["packages/rules/src/email.ts", 'import { limit } from "./limits.js";'],
  ["packages/rules/src/limits.ts", ""],
  [
    "packages/schema/src/user.ts",
    'import { Field } from "type-graphql"; import { parseEmail } from "@usher/rules/email";',
  ],
  [
    "apps/web/src/features/users/e-mail.ts",
    'import { parseEmail } from "@usher/rules/email"; import "../../gql/graphql";',
  ],
  ["apps/web/src/gql/graphql.ts", ""],
];

const { ruleSet, ...options } = await extractDepcruiseOptions(join(root, ".dependency-cruiser.mjs"));

async function check(baseDir) {
  // packages are read from their sources: nothing has to be built before, and circles through a package are seen
  const alias = {
    "@usher/rules": join(baseDir, "packages/rules/src"),
    "@usher/schema": join(baseDir, "packages/schema/src"),
  };
  const resolve = { ...options.enhancedResolveOptions, alias };
  const { output } = await cruise(["apps", "packages"], { ...options, ruleSet, validate: true, baseDir }, resolve);
  return { modules: output.summary.totalCruised, violations: output.summary.violations };
}

function layOut(files) {
  const dir = mkdtempSync(join(tmpdir(), "usher-boundaries-"));
  for (const [path, text] of files) {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), text);
  }
  return dir;
}

/** The rules that stay silent over their own forbidden import, and those that report what is allowed. */
async function testRules() {
  const dir = layOut([...allowed, ...forbidden.map(([, path, text]) => [path, text])]);
  try {
    const { violations } = await check(dir);
    const reported = new Set(violations.map((violation) => `${violation.rule.name} ${violation.from}`));
    const silent = forbidden.filter(([rule, path]) => !reported.has(`${rule} ${path}`));
    const wrong = violations.filter(
      ({ from }) => allowed.some(([path]) => path === from) && !from.endsWith("/groups/b.ts"),
    );
    const untested = ruleSet.forbidden.filter(({ name }) => !forbidden.some(([rule]) => rule === name));
    return [
      ...silent.map(([rule, path, text]) => `${rule} does not report "${text}" in ${path}`),
      ...wrong.map(({ rule, from, to }) => `${rule.name} reports an allowed import: ${from} -> ${to}`),
      ...untested.map(({ name }) => `${name} has no forbidden import that proves it`),
    ];
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

const faults = await testRules();
const { modules, violations } = await check(root);
if (modules === 0) faults.push("no module was read");

for (const fault of faults) console.error(`The check itself is broken: ${fault}`);
for (const { rule, from, to, cycle } of violations) {
  const { comment } = ruleSet.forbidden.find(({ name }) => name === rule.name);
  console.error(
    `${rule.name}: ${from} -> ${cycle?.map((step) => step.name ?? step).join(" -> ") ?? to}${comment ? `\n  ${comment}` : ""}`,
  );
}
console.log(
  `${modules} modules, ${violations.length} forbidden imports, ${forbidden.length} planted ones ${faults.length ? "not all " : ""}found`,
);
process.exitCode = faults.length + violations.length > 0 ? 1 : 0;

/**
 * Compiles the mails' layout from MJML into the TypeScript module beside it, which is committed: types, tests and start need no MJML.
 *
 *   node apps/server/scripts/compile-templates.mjs           writes it
 *   node apps/server/scripts/compile-templates.mjs --check   fails when it is outdated
 */
import { readFileSync, writeFileSync } from "node:fs";
import mjml2html from "mjml";

const source = new URL("../src/mail/layout/layout.mjml", import.meta.url);
const target = new URL("../src/mail/layout/layout.ts", import.meta.url);

const { html, errors } = await mjml2html(readFileSync(source, "utf8"), {
  validationLevel: "strict",
  fonts: {},
  minify: false,
  keepComments: false,
});
if (errors.length > 0) throw new Error(errors.map(({ formattedMessage }) => formattedMessage).join("\n"));

const lines = html
  .split("\n")
  .map((line) => line.trim())
  .filter(Boolean)
  .join("\n");
// MJML takes no expression for a colour: in its source the product's own stands for whichever the workspace has
const colored = lines.replaceAll("#3b54cb", "{{= it.accent }}");
const module = `// Made from layout.mjml by scripts/compile-templates.mjs: change that one, then run it.
export const layout = \`${colored.replace(/[\\`]|\$\{/g, "\\$&")}
\`;
`;

if (!process.argv.includes("--check")) {
  writeFileSync(target, module);
} else if (readFileSync(target, "utf8") !== module) {
  console.error("layout.ts is outdated: run node apps/server/scripts/compile-templates.mjs");
  process.exitCode = 1;
}

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { variables } from "./config.js";

describe("docs/operations.md", () => {
  const text = readFileSync(join(__dirname, "../../../docs/operations.md"), "utf8");

  it.each(Object.entries(variables))("has %s in its table, in the words of the configuration", (name, meaning) => {
    expect(text).toContain(`| \`${name}\` | ${meaning} |`);
  });
});

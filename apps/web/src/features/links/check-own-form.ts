import { limits } from "@usher/rules/limits";
import { checkPassword } from "@usher/rules/password";
import { parseUsername } from "@usher/rules/username";
import type { UserErrorCode } from "../../gql/graphql";

type OwnValues = Partial<Record<"firstName" | "lastName" | "username", string>> & { password: string };

/** What is wrong with the fields that the link asks for. `context`: words that make a password easy to guess. */
export function checkOwnForm<Values extends OwnValues>(
  values: Values,
  needs: readonly string[],
  context: readonly string[],
) {
  const problems: { path: keyof Values & string; code: UserErrorCode }[] = [];
  for (const name of ["firstName", "lastName"] as const) {
    if (!needs.includes(name)) continue;
    const text = (values[name] ?? "").trim();
    if (!text) problems.push({ path: name, code: "REQUIRED" });
    else if ([...text].length > limits[name]) problems.push({ path: name, code: "TOO_LONG" });
  }
  if (needs.includes("username")) {
    const username = parseUsername(values.username ?? "");
    if (!username.ok) problems.push({ path: "username", code: username.code });
  }
  if (needs.includes("password")) {
    const { password, firstName = "", lastName = "", username = "" } = values;
    const weakness = password ? checkPassword(password, [firstName, lastName, username, ...context]) : "REQUIRED";
    if (weakness) problems.push({ path: "password", code: weakness });
  }
  return problems;
}

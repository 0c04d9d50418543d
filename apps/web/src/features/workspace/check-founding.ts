import { parseEmail } from "@usher/rules/email";
import { limits } from "@usher/rules/limits";
import { checkPassword } from "@usher/rules/password";
import type { UserErrorCode } from "../../gql/graphql";

export interface Founding {
  setupCode: string;
  workspaceName: string;
  firstName: string;
  lastName: string;
  email: string;
  password: string;
}

interface FoundingProblem {
  path: keyof Founding;
  code: UserErrorCode;
}

export function checkFounding(values: Founding): FoundingProblem[] {
  const problems: FoundingProblem[] = [];
  if (!values.setupCode.trim()) problems.push({ path: "setupCode", code: "REQUIRED" });
  for (const name of ["workspaceName", "firstName", "lastName"] as const) {
    const text = values[name].trim();
    if (!text) problems.push({ path: name, code: "REQUIRED" });
    else if ([...text].length > limits[name]) problems.push({ path: name, code: "TOO_LONG" });
  }
  const email = parseEmail(values.email);
  if (!email.ok) problems.push({ path: "email", code: email.code });
  const { password, email: login, firstName, lastName, workspaceName } = values;
  const weakness = password ? checkPassword(password, [login, firstName, lastName, workspaceName]) : "REQUIRED";
  if (weakness) problems.push({ path: "password", code: weakness });
  return problems;
}

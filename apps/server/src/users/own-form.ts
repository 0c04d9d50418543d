import { limits } from "@usher/rules/limits";
import { cleanText } from "@usher/rules/names";
import { parseUsername } from "@usher/rules/username";
import type { UserErrorCode } from "@usher/schema/user-error";
import { passwordProblem } from "../passwords/password-problem.js";

/** What people say of themselves when they join or activate. */
export const ownDetails = ["firstName", "lastName", "username"] as const;
type OwnDetail = (typeof ownDetails)[number];
type OwnForm = Readonly<Partial<Record<OwnDetail, string | null>> & { password: string }>;
type Problem = [code: UserErrorCode, field: OwnDetail | "password"];

type CheckedForm<Asked extends OwnDetail> =
  | { problems: Problem[]; details?: undefined }
  | { problems?: undefined; details: Record<Asked, string> };

/** What is not known of the owner of a created account, in the form's order. */
export const missingDetails = (user: Readonly<Record<OwnDetail, string | null>>): OwnDetail[] =>
  ownDetails.filter((field) => user[field] === null);

/** Checks the details that are asked for, and the password; every problem at once. `context`: see `passwordProblem`. */
export function checkOwnForm<Asked extends OwnDetail>(
  form: OwnForm,
  asked: readonly Asked[],
  context: readonly string[],
): CheckedForm<Asked> {
  const problems: Problem[] = [];
  const details = {} as Record<Asked, string>;
  for (const field of asked) {
    const checked = checkDetail(field, form[field] ?? "");
    if (checked.code) problems.push([checked.code, field]);
    else details[field] = checked.value;
  }
  const weakness = newPasswordProblem(form.password, [
    ...context,
    form.firstName ?? "",
    form.lastName ?? "",
    form.username ?? "",
  ]);
  if (weakness) problems.push([weakness, "password"]);
  return problems.length > 0 ? { problems } : { details };
}

/** Why a new password is refused, an empty one included. */
export const newPasswordProblem = (password: string, context: readonly string[]): UserErrorCode | null =>
  password === "" ? "REQUIRED" : passwordProblem(password, context.filter(Boolean));

type Checked = { code: UserErrorCode } | { code?: undefined; value: string };

/** One of them, as typed. */
export function checkDetail(field: OwnDetail, raw: string): Checked {
  if (field === "username") {
    const parsed = parseUsername(raw);
    return parsed.ok ? { value: parsed.username } : { code: parsed.code };
  }
  const cleaned = cleanText(raw, limits[field]);
  if (!cleaned.ok) return { code: cleaned.code };
  return cleaned.text === "" ? { code: "REQUIRED" } : { value: cleaned.text };
}

import { parseEmail } from "@usher/rules/email";
import { limits } from "@usher/rules/limits";
import { cleanText } from "@usher/rules/names";
import { isBlank } from "@usher/rules/white-space";
import type { UserErrorCode } from "@usher/schema/user-error";
import { sortKey } from "../db/sort-key.js";
import type { NamedKind } from "./find-or-create-names.js";

/** What is wrong with a field of what somebody wrote. */
export interface NameProblem {
  code: UserErrorCode;
  path: ["name"] | ["leaderEmail"];
}

type Checked<T> = { value: T; problem?: undefined } | { value?: undefined; problem: NameProblem };

/** A name as it is stored, by the rules that files and forms go by too. */
export function checkName(kind: NamedKind, raw: string | null): Checked<{ name: string; nameKey: string }> {
  const refuse = (code: UserErrorCode) => ({ problem: { code, path: ["name"] as ["name"] } });
  const clean = cleanText(raw ?? "", limits[kind]);
  if (!clean.ok) return refuse(clean.code);
  if (clean.text === "") return refuse("REQUIRED");
  // a file lists groups with slashes between them (F32)
  if (kind === "group" && clean.text.includes("/")) return refuse("MALFORMED");
  return { value: { name: clean.text, nameKey: sortKey(clean.text) } };
}

/** The key of a leader's address, whoever that is or will be (F36); null for no leader. */
export function checkLeader(raw: string | null): Checked<string | null> {
  if (raw === null || isBlank(raw)) return { value: null };
  const email = parseEmail(raw);
  return email.ok ? { value: email.key } : { problem: { code: email.code, path: ["leaderEmail"] } };
}

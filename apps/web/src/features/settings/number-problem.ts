import { isInRange, type NumberSetting } from "@usher/rules/setting-ranges";
import type { UserErrorCode } from "../../gql/graphql";

/** What is wrong with a number as it was typed, by the server's own rule. */
export function numberProblem<Name extends NumberSetting>(
  name: Name,
  typed: string,
): { path: Name; code: UserErrorCode }[] {
  if (typed.trim() === "") return [{ path: name, code: "REQUIRED" }];
  return isInRange(name, Number(typed)) ? [] : [{ path: name, code: "OUT_OF_RANGE" }];
}

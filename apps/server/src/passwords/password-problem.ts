import { checkPassword } from "@usher/rules/password";
import type { UserErrorCode } from "@usher/schema/user-error";
import { ZxcvbnFactory } from "@zxcvbn-ts/core";
import { adjacencyGraphs, dictionary } from "@zxcvbn-ts/language-common";

/** Estimating is quadratic in the length; what comes after is extra strength. */
const estimated = 64;

let estimator: ZxcvbnFactory | undefined;

/**
 * Why a password is refused, or null. `context`: what anyone would try for this person: own e-mail, names, workspace.
 * Beside the rules it meets 49,000 common and breached ones, and what is only made of them (OWASP ASVS V6.2).
 */
export function passwordProblem(password: string, context: readonly string[]): UserErrorCode | null {
  const problem = checkPassword(password, [...context]);
  if (problem) return problem;
  estimator ??= new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });
  const { guesses } = estimator.check(password.normalize("NFC").slice(0, estimated));
  return guesses < 1e9 ? "PASSWORD_TOO_COMMON" : null;
}

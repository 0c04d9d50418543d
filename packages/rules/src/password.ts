import { nameKey } from "./names.js";

export const passwordLimits = { shortest: 15, longest: 256 } as const;

export type PasswordProblem = "PASSWORD_TOO_SHORT" | "PASSWORD_TOO_LONG" | "PASSWORD_TOO_OBVIOUS";

const product = ["usher"];

const letters = (text: string) => nameKey(text).replace(/[^\p{L}\p{N}]/gu, "");

/**
 * What is wrong with a password apart from being a common one (the server's list says that), null when nothing is.
 * Counted in code points after NFC, any characters, no composition rules (NIST SP 800-63B-4, 3.1.1.2).
 * `context`: the person's e-mail and names, the workspace's name. A password with fewer than eight characters left
 * once these are taken out is too obvious.
 */
export function checkPassword(password: string, context: readonly string[]): PasswordProblem | null {
  if (password.length > passwordLimits.longest * 2) return "PASSWORD_TOO_LONG";
  const length = Array.from(password.normalize("NFC")).length;
  if (length < passwordLimits.shortest) return "PASSWORD_TOO_SHORT";
  if (length > passwordLimits.longest) return "PASSWORD_TOO_LONG";
  const words = [...context, ...context.flatMap((text) => text.split(/[\s@._-]+/)), ...product]
    .map(letters)
    .filter((word) => word.length >= 3)
    .sort((a, b) => b.length - a.length);
  let rest = letters(password);
  if (rest === "") return null;
  for (const word of words) rest = rest.replaceAll(word, "");
  return rest.length < 8 && rest.length < letters(password).length ? "PASSWORD_TOO_OBVIOUS" : null;
}

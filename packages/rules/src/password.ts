import { nameKey } from "./names.js";

export type PasswordProblem = "PASSWORD_TOO_SHORT" | "PASSWORD_TOO_LONG" | "PASSWORD_TOO_OBVIOUS";

/** In code points, after NFC. 15 where the password is the only factor (NIST SP 800-63B-4, 3.1.1.2). */
export const passwordLimits = { shortest: 15, longest: 256 } as const;

const product = "Usher";

/** From this length on, a context word has no business anywhere in a password; shorter ones turn up in honest phrases. */
const tellingLength = 5;
/** What has to be left of a password without its context words, and without runs like "aaaa" and "1234". */
const leastOwn = 8;
const leastChanges = 6;

/**
 * What is wrong with a password, null when nothing is: its length, and what an attacker tries first because of who this is
 * (OWASP ASVS 5, V6.2.11). `context`: the person's e-mail, username, names, and the workspace's name. No rule about kinds of
 * characters. Common and breached passwords are the server's to refuse; NFC is what is to be hashed.
 */
export function checkPassword(password: string, context: readonly string[]): PasswordProblem | null {
  // NFC puts no more than a few code units together, and a megabyte need not be looked at
  if (password.length > 8 * passwordLimits.longest) return "PASSWORD_TOO_LONG";
  const text = password.normalize("NFC");
  const length = Array.from(text).length;
  if (length < passwordLimits.shortest) return "PASSWORD_TOO_SHORT";
  if (length > passwordLimits.longest) return "PASSWORD_TOO_LONG";
  return isObvious(text, context) ? "PASSWORD_TOO_OBVIOUS" : null;
}

function isObvious(password: string, context: readonly string[]): boolean {
  if (changes(password) < leastChanges) return true;
  const folded = fold(password);
  const { telling, words } = contextWords([product, ...context]);
  if (telling.some((word) => folded.includes(word))) return true;
  let rest = folded;
  for (const word of words) rest = rest.replaceAll(word, " ");
  return rest !== folded && Array.from(rest.replaceAll(" ", "")).length < leastOwn;
}

/** How often the next character is neither the same as the one before nor its neighbour: "aaaa" and "4321" hold none. */
function changes(password: string): number {
  const points = Array.from(password, (char) => char.codePointAt(0) as number);
  return points.filter((point, i) => i > 0 && Math.abs(point - (points[i - 1] as number)) > 1).length;
}

/** Without case, marks, spaces, punctuation. */
function fold(text: string): string {
  return nameKey(text).replace(/[^\p{L}\p{N}]/gu, "");
}

/** `telling`: whole addresses and names. `words`: these and their parts, longest first. */
function contextWords(context: readonly string[]): { telling: string[]; words: string[] } {
  const telling = new Set<string>();
  const words = new Set<string>();
  for (const text of context) {
    const wholes = text.includes("@") ? [text, text.slice(0, text.lastIndexOf("@"))] : [text];
    for (const whole of wholes.map(fold)) {
      if (whole.length >= tellingLength) telling.add(whole);
      words.add(whole);
    }
    for (const part of text.split(/[^\p{L}\p{M}\p{N}]+/u)) words.add(fold(part));
  }
  const long = [...words].filter((word) => word.length >= 3);
  return { telling: [...telling], words: long.sort((a, b) => b.length - a.length) };
}

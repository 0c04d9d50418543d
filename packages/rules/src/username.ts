import { limits } from "./limits.js";
import { trimOuter } from "./white-space.js";

export type UsernameResult =
  | { ok: true; username: string }
  | { ok: false; code: "REQUIRED" | "TOO_LONG" | "USERNAME_MALFORMED" };

const username = /^[a-z0-9][a-z0-9._-]*$/;

/** Lower-case ASCII letters, digits, dots, hyphens, underscores, beginning with a letter or digit. Never an "@" (F10). */
export function parseUsername(raw: string): UsernameResult {
  const typed = trimOuter(raw);
  if (typed === "") return { ok: false, code: "REQUIRED" };
  if (typed.length > limits.username) return { ok: false, code: "TOO_LONG" };
  // only A to Z: toLowerCase() alone would let the Kelvin sign pass as a k
  const lower = typed.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
  return username.test(lower) ? { ok: true, username: lower } : { ok: false, code: "USERNAME_MALFORMED" };
}

/** Letters of Latin alphabets that no decomposition turns into ASCII. */
const latin = new Map([
  ["ß", "ss"],
  ["æ", "ae"],
  ["œ", "oe"],
  ["ø", "o"],
  ["đ", "d"],
  ["ð", "d"],
  ["ħ", "h"],
  ["ı", "i"],
  ["ł", "l"],
  ["þ", "th"],
]);

/**
 * A username out of an e-mail address, or out of any text: always valid, not always free. Marks go ("é" gives "e"),
 * apostrophes too, whatever else a username cannot hold becomes a dot; nothing left gives "user".
 */
export function deriveUsername(email: string): string {
  const at = email.lastIndexOf("@");
  const folded = email
    .slice(0, at < 0 ? undefined : at)
    .slice(0, 4 * limits.username)
    .normalize("NFKD")
    .replace(/[\p{M}\p{Cf}'’`]/gu, "")
    .toLowerCase()
    .replace(/[^\x20-\x7e]/gu, (letter) => latin.get(letter) ?? " ")
    .replace(/[^a-z0-9._-]+/g, ".")
    .replace(/\.{2,}/g, ".");
  return trimPunctuation(trimPunctuation(folded).slice(0, limits.username)) || "user";
}

/** The n-th of those who would have the same username: ann.lee, ann.lee2, ann.lee3. */
export function numberUsername(base: string, n: number): string {
  if (n < 2) return base;
  const number = String(n);
  return base.slice(0, limits.username - number.length) + number;
}

function trimPunctuation(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isPunctuation(text.charCodeAt(start))) start++;
  while (end > start && isPunctuation(text.charCodeAt(end - 1))) end--;
  return text.slice(start, end);
}

/** Of what a username may hold: dot, hyphen, underscore. */
function isPunctuation(code: number): boolean {
  return code === 0x2e || code === 0x2d || code === 0x5f;
}

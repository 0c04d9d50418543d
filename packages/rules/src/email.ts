import { domainKey } from "./domain.js";
import { limits } from "./limits.js";
import { trimOuter } from "./white-space.js";

export interface ParsedEmail {
  /** As typed, without outer spaces, ASCII letters lower-cased: what is shown. */
  email: string;
  /** The same with the domain as A-labels: what is unique, and what goes to the mail server. */
  key: string;
}

export type EmailResult =
  | ({ ok: true } & ParsedEmail)
  | { ok: false; code: "REQUIRED" | "TOO_LONG" | "EMAIL_MALFORMED" };

const maxLocal = 64;

/** The dot-atom of RFC 5321 and 5322. Quoted local parts are refused: hardly a mail server lets anyone have one. */
const asciiLocal = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;

/** Beyond ASCII (RFC 6531), letters, marks and digits: no invisible characters, symbols, half a surrogate pair. */
const unicodeLocal = /^[a-z0-9!#$%&'*+/=?^_`{|}~\p{L}\p{M}\p{N}-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~\p{L}\p{M}\p{N}-]+)*$/u;

/**
 * local@domain.tld, as mail servers take it. The one rule of identity: ASCII letters compare without case, the domain
 * compares as A-labels, everything else is compared as it was typed. Dots and plus signs stay. The local part is not even
 * brought to NFC, which would turn the Kelvin sign into a K.
 */
export function parseEmail(raw: string): EmailResult {
  const plain = plainEmailKey(raw);
  if (plain !== "") return { ok: true, email: plain, key: plain };

  const typed = trimOuter(raw);
  if (typed === "") return { ok: false, code: "REQUIRED" };
  if (typed.length > limits.email) return { ok: false, code: "TOO_LONG" };
  const email = lowerAscii(typed);
  const at = email.lastIndexOf("@");
  const local = email.slice(0, Math.max(at, 0));
  if (!asciiLocal.test(local) && !unicodeLocal.test(local)) return { ok: false, code: "EMAIL_MALFORMED" };
  const domain = domainKey(email.slice(at + 1));
  if (domain === undefined) return { ok: false, code: "EMAIL_MALFORMED" };
  const key = `${local}@${domain}`;
  if (octets(local) > maxLocal || octets(email) > limits.email || octets(key) > limits.email) {
    return { ok: false, code: "TOO_LONG" };
  }
  return { ok: true, email, key };
}

const local = 1;
const letter = 2;
const digit = 4;
const upper = 8;
const classes = new Uint8Array(128);
for (const char of "!#$%&'*+/=?^_`{|}~-") classes[char.charCodeAt(0)] = local;
for (let code = 0x30; code <= 0x39; code++) classes[code] = local | digit;
for (let code = 0x61; code <= 0x7a; code++) classes[code] = local | letter;
for (let code = 0x41; code <= 0x5a; code++) classes[code] = local | letter | upper;

/**
 * The key of an address that is clearly well-formed at one look: plain ASCII, nothing around it, no A-labels, a domain
 * that ends in letters. "" for every other, which then deserves the whole check. This is what a million rows go through.
 */
export function plainEmailKey(raw: string): string {
  const length = raw.length;
  if (length > maxLocal) return "";
  let seen = 0;
  let i = 0;
  let start = 0;
  for (; i < length; i++) {
    const code = raw.charCodeAt(i);
    if (code === 0x40) break;
    if (code === 0x2e) {
      if (i === start) return "";
      start = i + 1;
    } else {
      const kind = code < 128 ? (classes[code] as number) : 0;
      if (kind === 0) return "";
      seen |= kind;
    }
  }
  if (i === start || i === length) return "";
  const domain = i + 1;
  let labels = 0;
  let digits = 0;
  start = domain;
  for (i = domain; i < length; i++) {
    const code = raw.charCodeAt(i);
    if (code === 0x2e) {
      if (i === start || raw.charCodeAt(i - 1) === 0x2d) return "";
      start = i + 1;
      labels++;
      digits = 0;
    } else if (code === 0x2d) {
      // hyphens in the third and fourth place may begin an A-label
      if (i === start || (i === start + 3 && raw.charCodeAt(i - 1) === 0x2d)) return "";
    } else {
      const kind = code < 128 ? (classes[code] as number) & (letter | digit | upper) : 0;
      if (kind === 0) return "";
      seen |= kind;
      digits |= kind & digit;
    }
  }
  if (i === start || labels === 0 || digits !== 0 || raw.charCodeAt(i - 1) === 0x2d) return "";
  return (seen & upper) !== 0 ? raw.toLowerCase() : raw;
}

/** An address that its owner recognises and a stranger learns little from: "a•••@x.org". */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf("@");
  const first = at > 0 ? String.fromCodePoint(email.codePointAt(0) as number) : "";
  return `${first}•••${at < 0 ? "" : email.slice(at)}`;
}

/** Only A to Z: toLowerCase() would also turn the Kelvin sign into a k. */
function lowerAscii(text: string): string {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

function octets(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    // a surrogate is half of a pair of four octets
    count += code < 0x80 ? 1 : code < 0x800 || (code >= 0xd800 && code <= 0xdfff) ? 2 : 3;
  }
  return count;
}

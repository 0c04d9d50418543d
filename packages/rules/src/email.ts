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
  const typed = trimOuter(raw);
  const plain = plainEmailKey(typed);
  if (plain !== "") return { ok: true, email: plain, key: plain };

  if (typed === "") return { ok: false, code: "REQUIRED" };
  if (typed.length > limits.email) return { ok: false, code: "TOO_LONG" };
  const at = typed.lastIndexOf("@");
  if (at < 1) return { ok: false, code: "EMAIL_MALFORMED" };
  const email = lowerAscii(typed);
  const local = email.slice(0, at);
  if (!asciiLocal.test(local) && !unicodeLocal.test(local)) return { ok: false, code: "EMAIL_MALFORMED" };
  const domain = domainKey(email.slice(at + 1));
  if (domain === undefined) return { ok: false, code: "EMAIL_MALFORMED" };
  const key = `${local}@${domain}`;
  if (octets(local) > maxLocal || octets(email) > limits.email || octets(key) > limits.email) {
    return { ok: false, code: "TOO_LONG" };
  }
  return { ok: true, email, key };
}

const plainLower = /^[a-z0-9_+-]+(?:\.[a-z0-9_+-]+)*@(?:[a-z0-9]+(?:-[a-z0-9]+)*\.)+[a-z]+$/;
const plainAny = /^[A-Za-z0-9_+-]+(?:\.[A-Za-z0-9_+-]+)*@(?:[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*\.)+[A-Za-z]+$/;

/**
 * The key of an address that is clearly well-formed at one look: of the most usual characters, nothing around it, short,
 * no A-labels. "" for every other, which then deserves the whole check. This is what a million rows go through.
 */
export function plainEmailKey(raw: string): string {
  if (raw.length > maxLocal) return "";
  if (plainLower.test(raw)) return raw;
  return plainAny.test(raw) ? raw.toLowerCase() : "";
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

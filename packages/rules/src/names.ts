import { trimOuter } from "./white-space.js";

export type TextResult = { ok: true; text: string } | { ok: false; code: "TOO_LONG" };

/**
 * Marks that vary a letter: the general combining marks, Hebrew points, Arabic vowel signs. The vowel signs of Devanagari,
 * Thai and their like are letters in all but name; without them different words would fall together.
 */
const marks =
  /[\u0300-\u036f]|[\u0591-\u05bd]|[\u064b-\u065f]|\u0670|[\u1ab0-\u1aff]|[\u1dc0-\u1dff]|[\u20d0-\u20ff]|[\ufe20-\ufe2f]/g;

/**
 * What names are sorted, searched and (groups, companies, ...) told apart by: NFKD, marks dropped, lower-cased, white
 * space collapsed. Applying it twice changes nothing.
 */
export function nameKey(text: string): string {
  if (isPlain(text)) return text.toLowerCase();
  return (
    text
      .normalize("NFKD")
      .replace(marks, "")
      .toLowerCase()
      // lower-casing decomposes a few more letters
      .normalize("NFKD")
      .replace(marks, "")
      // a sigma looks different at the end of a word, and a prefix ends anywhere
      .replace(/ς/g, "σ")
      // in capitals it is written SS
      .replace(/ß/g, "ss")
      .replace(/\p{Cs}/gu, "\ufffd")
      .replace(/\p{Cf}/gu, "")
      .replace(/[\s\p{Cc}]+/gu, " ")
      .replace(/^ | $/g, "")
  );
}

/**
 * The smallest string above all that begin with the key, in code point order (the order of utf8mb4_bin and of SQLite's
 * BINARY): a prefix search is `>= key AND < nextPrefix(key)`. `null` when nothing is above them.
 */
export function nextPrefix(key: string): string | null {
  const points = Array.from(key, (char) => char.codePointAt(0) as number);
  while (points.length > 0) {
    const last = points.pop() as number;
    if (last === 0x10ffff) continue;
    // surrogates are no characters: no database stores one
    const next = last >= 0xd7ff && last < 0xe000 ? 0xe000 : last + 1;
    return String.fromCodePoint(...points, next);
  }
  return null;
}

/**
 * One line of text as people mean it: NFC, every run of white space and control characters one space, no invisible or
 * direction-changing characters (but for the joiners that Persian or Malayalam need), at most `max` code points.
 */
export function cleanText(raw: string, max: number): TextResult {
  if (isPlain(raw)) return raw.length <= max ? { ok: true, text: raw } : { ok: false, code: "TOO_LONG" };
  const text = trimOuter(
    raw
      .replace(/[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g, "")
      .replace(/[\s\p{Cc}]+/gu, " ")
      .replace(/\p{Cs}/gu, "\ufffd")
      .normalize("NFC"),
  );
  return isWithin(text, max) ? { ok: true, text } : { ok: false, code: "TOO_LONG" };
}

/** Visible ASCII with single spaces inside: nothing to fold, nothing to trim. */
function isPlain(text: string): boolean {
  let before = 0x20;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x20 || code > 0x7e || (code === 0x20 && before === 0x20)) return false;
    before = code;
  }
  return before !== 0x20 || text.length === 0;
}

/** Whether it has at most `max` code points, which is how MariaDB and MySQL count. */
export function isWithin(text: string, max: number): boolean {
  if (text.length <= max) return true;
  if (text.length > 2 * max) return false;
  let count = 0;
  for (const _ of text) count++;
  return count <= max;
}

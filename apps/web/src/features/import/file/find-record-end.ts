const quote = 0x22;
const cr = 0x0d;

export interface RecordEnds {
  /** Just after the last line break that ends a record; 0 when none does. */
  end: number;
  /** A quoted cell is still open when the bytes end. */
  open: boolean;
}

/**
 * Where the last complete record ends, in bytes that begin with a record. Quotes are read exactly as Papa Parse reads
 * them (a quote opens only at the start of a cell; text after a closing quote belongs to the cell), because every slice
 * is parsed by itself and must hold what the whole file would give.
 */
export function lastRecordEnd(bytes: Uint8Array, delimiter: number, newline: number, atFileEnd: boolean): RecordEnds {
  const length = bytes.length;
  let end = 0;
  let outside = 0;
  let at = bytes.indexOf(quote);
  if (at === -1) return { end: bytes.lastIndexOf(newline) + 1, open: false };
  for (;;) {
    at = nextQuote(bytes, at);
    if (at >= length) break;
    const before = bytes[at - 1];
    if (at !== 0 && before !== delimiter && before !== newline) {
      at++;
      continue;
    }
    for (let i = at - 1; i >= outside; i--) {
      if (bytes[i] === newline) {
        end = i + 1;
        break;
      }
    }
    at = closingQuote(bytes, at + 1, delimiter, newline, atFileEnd);
    if (at === -1) return { end, open: true };
    outside = ++at;
  }
  const last = bytes.lastIndexOf(newline);
  return { end: last >= outside ? last + 1 : end, open: false };
}

/** Calling `indexOf` costs as much as looking at some twenty bytes, and is much faster from then on. */
function nextQuote(bytes: Uint8Array, from: number): number {
  const near = Math.min(from + 24, bytes.length);
  for (let at = from; at < near; at++) if (bytes[at] === quote) return at;
  const found = bytes.indexOf(quote, near);
  return found === -1 ? bytes.length : found;
}

/** The position of the quote that closes, from just after the one that opened; -1 when none does. */
function closingQuote(bytes: Uint8Array, from: number, delimiter: number, newline: number, atFileEnd: boolean): number {
  const length = bytes.length;
  let at = from;
  for (;;) {
    at = nextQuote(bytes, at);
    if (at >= length) return -1;
    const next = bytes[at + 1];
    if (next === quote) at += 2;
    else if (next === delimiter || next === newline || (next === cr && bytes[at + 2] === newline)) return at;
    else if (onlySpaceFollows(bytes, at + 1, delimiter, newline, atFileEnd)) return at;
    else at++;
  }
}

/** Papa Parse lets white space stand between a closing quote and the end of the cell. */
function onlySpaceFollows(
  bytes: Uint8Array,
  from: number,
  delimiter: number,
  newline: number,
  atFileEnd: boolean,
): boolean {
  let at = from;
  let ascii = true;
  for (; at < bytes.length; at++) {
    const byte = bytes[at] as number;
    if (byte === delimiter || byte === newline) break;
    if (byte > 0x7f) ascii = false;
    else if (byte !== 32 && (byte < 9 || byte > 13)) return false;
  }
  if (at === bytes.length && !atFileEnd) return false;
  if (ascii) return true;
  const between = bytes.subarray(from, at);
  return decoded(between).trim() === "";
}

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

/**
 * What spreadsheets, mail programs and chat windows leave around a value: every kind of space, control characters,
 * the byte order mark, zero-width characters, fillers that look like nothing, and the direction marks that Windows dialogs put around
 * copied text.
 */
export function isOuter(code: number): boolean {
  if (code <= 0x20) return true;
  if (code < 0x7f) return false;
  return (
    code <= 0xa0 || // DEL, C1 controls, no-break space
    code === 0xad || // soft hyphen
    code === 0x34f || // grapheme joiner
    code === 0x115f || // Hangul fillers
    code === 0x1160 ||
    code === 0x1680 ||
    code === 0x180e || // Mongolian vowel separator
    (code >= 0x2000 && code <= 0x200f) || // spaces, zero-width space and joiners, direction marks
    (code >= 0x2028 && code <= 0x202f) || // line separators, embeddings, narrow no-break space
    (code >= 0x205f && code <= 0x206f) || // word joiner, isolates
    code === 0x2800 || // Braille without dots
    code === 0x3000 ||
    code === 0x3164 || // Hangul filler
    code === 0xfeff ||
    code === 0xffa0 // Hangul filler, half as wide
  );
}

/** Without white space and invisible characters at either end. Linear, whatever the input. */
export function trimOuter(raw: string): string {
  let start = 0;
  let end = raw.length;
  while (start < end && isOuter(raw.charCodeAt(start))) start++;
  while (end > start && isOuter(raw.charCodeAt(end - 1))) end--;
  return start === 0 && end === raw.length ? raw : raw.slice(start, end);
}

/** Whether nothing can be seen in it. */
export function isBlank(raw: string): boolean {
  for (let i = 0; i < raw.length; i++) if (!isOuter(raw.charCodeAt(i))) return false;
  return true;
}

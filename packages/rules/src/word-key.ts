import { nameKey } from "./names.js";

/** A term or a column's header without what varies between files: case, marks, spaces, punctuation. "E-mail *" is "email". */
export function wordKey(text: string): string {
  return nameKey(text).replace(/[^\p{L}\p{M}\p{N}]+/gu, "");
}

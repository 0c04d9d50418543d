import { cleanText } from "./names.js";

export type NumberResult = { ok: true; text: string } | { ok: false; code: "MALFORMED" | "TOO_LONG" };

/** A number as offices write it: letters, digits and what separates them, at most `max` characters. Digits of full width are digits. */
export function cleanNumber(raw: string, max: number): NumberResult {
  const cleaned = cleanText(raw.length > 4 * max ? raw : raw.normalize("NFKC"), max);
  if (!cleaned.ok) return cleaned;
  return /^[\p{L}\p{N}][\p{L}\p{N} ./-]*$/u.test(cleaned.text) ? cleaned : { ok: false, code: "MALFORMED" };
}

/** The same number however it is spaced, dotted and cased. */
export const bareNumber = (number: string): string =>
  number
    .normalize("NFKC")
    .replace(/[^\p{L}\p{N}]/gu, "")
    .toUpperCase();

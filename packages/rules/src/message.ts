import { limits } from "./limits.js";
import { isWithin, type TextResult } from "./names.js";
import { trimOuter } from "./white-space.js";

/** The personal message of an invitation: lines stay, everything else as in a name. Blank is "". */
export function cleanMessage(raw: string): TextResult {
  const text = trimOuter(
    raw
      .replace(/\r\n?|[\u0085\u2028\u2029]/g, "\n")
      .replace(/[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g, "")
      .replace(/[^\n\P{Cc}]/gu, " ")
      .replace(/\p{Cs}/gu, "\ufffd")
      .normalize("NFC"),
  );
  return isWithin(text, limits.message) ? { ok: true, text } : { ok: false, code: "TOO_LONG" };
}

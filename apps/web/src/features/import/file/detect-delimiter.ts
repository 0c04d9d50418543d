import Papa from "papaparse";
import { type Delimiter, delimiters } from "./opened-file";
import { type Newline, parseRecords } from "./parse-records";

export interface DetectedDelimiter {
  delimiter: Delimiter;
  /** Whether anything separates columns at all. */
  separates: boolean;
}

/**
 * From the first records. Papa Parse chooses the separator whose rows have the most even lengths, which fails when a row is
 * ragged, or when every row holds the same number of commas inside its cells. So the header, which holds words and few
 * surprises, is asked first: a candidate must part it, and the rows that follow must mostly have as many cells.
 */
export function detectDelimiter(text: string, newline: Newline): DetectedDelimiter {
  const guessed = Papa.parse(text, { newline, preview: 20, delimitersToGuess: [...delimiters] });
  const undetected = guessed.errors.some((error) => error.code === "UndetectableDelimiter");
  let best: DetectedDelimiter = { delimiter: ",", separates: false };
  let bestScore = 0;
  let fewest = Number.POSITIVE_INFINITY;
  for (const delimiter of delimiters) {
    const rows = parseRecords(text, delimiter, newline)
      .rows.filter((row) => row.some((cell) => cell.trim() !== ""))
      .slice(0, 50);
    const header = rows[0] ?? [];
    if (header.length > 1) {
      const people = rows.slice(1);
      const even =
        people.length === 0 ? 1 : people.filter((row) => row.length === header.length).length / people.length;
      const named = header.filter((cell) => cell.trim() !== "").length / header.length;
      // evenness counts most, then Papa's opinion, then how much it parts
      const score =
        even * 4 +
        named +
        (!undetected && guessed.meta.delimiter === delimiter ? 1 : 0) +
        Math.min(header.length, 20) / 10;
      if (score > bestScore) {
        bestScore = score;
        best = { delimiter, separates: true };
      }
    }
    // of one column, whichever is rarest inside cells does the least harm
    const inside = rows.reduce((sum, row) => sum + row.length - 1, 0);
    if (bestScore === 0 && inside < fewest) {
      fewest = inside;
      best = { delimiter, separates: false };
    }
  }
  return best;
}

/** How records end: in files of old Macs by "\r", everywhere else "\n" is part of it. Line breaks inside quotes don't count. */
export function detectNewline(text: string): Newline {
  const outside = text.replace(/(^|[\r\n,;\t|])"(?:[^"]|"")*"/g, "$1");
  return outside.includes("\n") || !outside.includes("\r") ? "\n" : "\r";
}

/** The `sep=;` line with which spreadsheets are told their separator. It is no record. */
export function separatorLine(text: string): { length: number; delimiter: Delimiter | null } {
  const match = /^"?sep=(.)"?[,;\t|]*(\r\n|\n|\r|$)/i.exec(text);
  if (!match) return { length: 0, delimiter: null };
  return { length: match[0].length, delimiter: delimiters.find((delimiter) => delimiter === match[1]) ?? null };
}

import Papa from "papaparse";
import type { Delimiter } from "./opened-file";

export type Newline = "\n" | "\r";

export interface Records {
  rows: string[][];
  /** Indices of rows in which text follows a closing quote, so that the cell goes on over the next lines. */
  swallowed: number[];
}

/**
 * Parses whole records. Line breaks are "\n" for files with "\n" and "\r\n" alike: a file that mixes them would lose
 * records with "\r\n", and the "\r" that is left over is taken off here.
 */
export function parseRecords(text: string, delimiter: Delimiter, newline: Newline): Records {
  if (text === "") return { rows: [], swallowed: [] };
  // Papa.parse() would keep what each call made alive until the next full garbage collection, at half the speed
  const parser = new Papa.Parser({ delimiter, newline });
  // Papa closes a quote followed by spaces at a line break, but not at the end of its input
  const { data: rows, errors }: Papa.ParseResult<string[]> = parser.parse(
    text.endsWith(newline) ? text : text + newline,
    0,
    false,
  );
  rows.pop();
  if (newline === "\n" && text.includes("\r")) {
    for (const row of rows) {
      const last = row.length - 1;
      const cell = row[last] as string;
      if (cell.charCodeAt(cell.length - 1) === 13) row[last] = cell.slice(0, -1);
    }
  }
  const swallowed: number[] = [];
  for (const { code, row } of errors) {
    if (code !== "InvalidQuotes" || row === undefined || swallowed.at(-1) === row) continue;
    // "Acme "Best" Ltd" does no harm
    if (rows[row]?.some((cell) => cell.includes(newline))) swallowed.push(row);
  }
  return { rows, swallowed };
}

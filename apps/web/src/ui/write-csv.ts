import type { LanguageCode } from "@usher/rules/language";
import Papa from "papaparse";

/** Spreadsheets take UTF-8 only with the mark. Never a `sep=` line: it switches the mark off. */
export const byteOrderMark = "\ufeff";

/** What spreadsheets expect between cells where this language is spoken. */
export function delimiterFor(language: LanguageCode): "," | ";" {
  return language === "en" ? "," : ";";
}

/** Lines of a CSV that a spreadsheet opens without running anything in it. */
export function csvLines(rows: string[][], language: LanguageCode): string {
  // Papa's own pattern misses cells with a line break
  const text = Papa.unparse(rows, {
    delimiter: delimiterFor(language),
    newline: "\r\n",
    escapeFormulae: /^[=+\-@\t\r]/,
  });
  return `${text}\r\n`;
}

import type { LanguageCode } from "@usher/rules/language";
import { nameKey } from "@usher/rules/names";
import { byteOrderMark, csvLines } from "../../../ui/write-csv";
import type { CheckedRow, Choice, RowProblem } from "./check-report";
import type { PeopleFile } from "./open-file";
import type { OpenedFile } from "./opened-file";
import { problemHeader, problemHeaders } from "./problem-header";

export interface ErrorFileWords {
  language: LanguageCode;
  describe(problem: RowProblem): string;
}

/**
 * The rows with problems of the last check as a file to mend and import again: the columns of the original, and one that
 * says what is wrong, which the next import leaves out. Rows are fetched page by page; the Blob holds them outside the heap.
 */
export async function makeErrorFile(
  people: Pick<PeopleFile, "opened" | "problemRows">,
  choice: Choice,
  words: ErrorFileWords,
  signal?: AbortSignal,
): Promise<Blob> {
  const layout = errorFileLayout(people.opened, choice, words);
  let file = new Blob([byteOrderMark, csvLines([layout.header], words.language)]);
  for (let after = 0, hasMore = true; hasMore; ) {
    signal?.throwIfAborted();
    const page = await people.problemRows({ first: 200, after });
    if (page.rows.length === 0) break;
    file = new Blob([file, csvLines(page.rows.map(layout.line), words.language)]);
    after = (page.rows.at(-1) as CheckedRow).row;
    hasMore = page.hasMore;
  }
  return new Blob([file], { type: "text/csv;charset=utf-8" });
}

/** How each row is written. Exported for its test. */
export function errorFileLayout(opened: OpenedFile, choice: Choice, words: ErrorFileWords) {
  // a mended error file that still has errors says the new ones
  const kept = opened.header.flatMap((name, i) => (problemHeaders.has(nameKey(name)) ? [] : [i]));
  const header = kept.map((i) => (opened.hasHeader ? (opened.header[i] as string) : (choice.columns[i] ?? `${i + 1}`)));
  return {
    header: [...header, problemHeader[words.language]],
    line({ cells, problems }: CheckedRow): string[] {
      const surplus = cells.slice(opened.header.length);
      return [...kept.map((i) => cells[i] ?? ""), [...new Set(problems.map(words.describe))].join("; "), ...surplus];
    },
  };
}

import type { ImportColumn } from "@usher/rules/columns";
import type { PersonOutcome } from "../../../gql/graphql";
import type { LanguageCode } from "../../../i18n/languages";
import { byteOrderMark, csvLines } from "../../../ui/write-csv";
import { problemHeader } from "../file/problem-header";
import type { ReportRow } from "./use-import-rows";

interface Page {
  nodes: ReportRow[];
  pageInfo: { hasNextPage: boolean; endCursor?: string | null };
}

interface Order {
  columns: (ImportColumn | null)[];
  /** Only what an import reads, and what is wrong: mended, the file is imported again. */
  forMending: boolean;
  language: LanguageCode;
  words: {
    column(column: ImportColumn): string;
    row: string;
    outcome: string;
    outcomeOf(outcome: PersonOutcome): string;
    problem(error: ReportRow["errors"][number]): string;
  };
  page(after: string | null): Promise<Page | null>;
  onProgress(rows: number): void;
  signal: AbortSignal;
}

/** Rows of a report as a file for spreadsheets, read page by page; the Blob holds them outside of the page's memory. */
export async function makeReportFile({ columns, forMending, language, words, page, onProgress, signal }: Order) {
  const read = columns.flatMap((column, i) => (column ? [{ column, i }] : []));
  const names = read.map(({ column }) => words.column(column));
  const wrong = problemHeader[language];
  const header = forMending ? [...names, wrong] : [words.row, ...names, words.outcome, wrong];
  let file = new Blob([byteOrderMark, csvLines([header], language)]);
  let rows = 0;
  for (let after: string | null = null, more = true; more; ) {
    signal.throwIfAborted();
    const found = await page(after);
    if (!found || found.nodes.length === 0) break;
    const lines = found.nodes.map(({ row, outcome, cells, errors }) => {
      const values = read.map(({ i }) => cells?.[i] ?? "");
      const why = errors.map(words.problem).join("; ");
      return forMending ? [...values, why] : [String(row), ...values, words.outcomeOf(outcome), why];
    });
    file = new Blob([file, csvLines(lines, language)]);
    rows += lines.length;
    onProgress(rows);
    after = found.pageInfo.endCursor ?? null;
    more = found.pageInfo.hasNextPage && after !== null;
  }
  return new Blob([file], { type: "text/csv;charset=utf-8" });
}

import { setTimeout as delay } from "node:timers/promises";
import { Import } from "../imports/import.entity.js";
import type { Browser } from "./browser.js";
import type { TestApp } from "./start-app.js";

export const someColumns = ["first_name", "last_name", "email", "company"];

/** Rows of people who have everything that a file must give. */
export const someRows = (count: number, prefix = "p"): string[][] =>
  Array.from({ length: count }, (_, i) => [`First ${i}`, `Last ${i}`, `${prefix}${i}@x.org`, "Acme"]);

export interface StartOptions {
  columns?: (string | null)[];
  [input: string]: unknown;
}

/** Opens an import for these rows and answers its id. */
export async function anImport(
  browser: Browser,
  rows: readonly string[][],
  options: StartOptions = {},
): Promise<string> {
  const input = {
    fileName: "people.csv",
    totalRows: rows.length,
    columns: someColumns,
    createMissing: true,
    ...options,
  };
  const payload = await browser.change("startImport", input, "import { id }");
  if (!payload.import) throw new Error(JSON.stringify(payload.userErrors));
  return payload.import.id;
}

/** The chunks of a file, `size` rows each. */
export const chunksOf = (importId: string, rows: readonly string[][], size: number) =>
  Array.from({ length: Math.ceil(rows.length / size) }, (_, chunk) => ({
    importId,
    chunk,
    firstRow: 2 + chunk * size,
    rows: rows.slice(chunk * size, (chunk + 1) * size),
  }));

/** Opens an import and stages all of it. */
export async function aStagedImport(
  browser: Browser,
  rows: readonly string[][],
  { size = 3, ...options }: StartOptions & { size?: number } = {},
): Promise<string> {
  const importId = await anImport(browser, rows, options);
  for (const chunk of chunksOf(importId, rows, size)) {
    const { userErrors } = await browser.change("stageImportRows", chunk);
    if (userErrors.length > 0) throw new Error(JSON.stringify(userErrors));
  }
  return importId;
}

/** Resolves when the import has come to this state; the worker is woken by the app itself. */
export async function hasCome({ app }: Pick<TestApp, "app">, id: string, ...states: string[]): Promise<string> {
  const giveUpAt = Date.now() + 30_000;
  for (;;) {
    const { state } = await app.db.read.findOneByOrFail(Import, { id });
    if (states.includes(state)) return state;
    if (Date.now() > giveUpAt) throw new Error(`the import stays ${state}`);
    await delay(10);
  }
}

export const reportFields = `status totalRows stagedRows doneRows emptyRows stagedChunks failure plan { invited updated addedToGroups unchanged rejected total }
  counts { invited created updated addedToGroups unchanged rejected total } problems { column code rows }
  rows(first: 100) { nodes { row outcome cells errors { code path } } pageInfo { hasNextPage } totalCount totalCountIsExact }`;

export interface Report {
  status: string;
  totalRows: number;
  stagedRows: number;
  doneRows: number;
  emptyRows: number;
  stagedChunks: number[];
  failure: string | null;
  plan: Record<string, number> | null;
  counts: Record<string, number>;
  problems: { column: string; code: string; rows: number }[];
  rows: {
    nodes: { row: number; outcome: string; cells: string[] | null; errors: { code: string; path: string[] }[] }[];
    pageInfo: { hasNextPage: boolean };
    totalCount: number;
  };
}

export async function reportOf(browser: Browser, id: string): Promise<Report> {
  const answer = await browser.ask(`query ($id: ID!) { import(id: $id) { ${reportFields} } }`, { id });
  if (answer.errors) throw new Error(JSON.stringify(answer.errors));
  return answer.data.import;
}

/** Commits and waits for the end. */
export async function committed(test: Pick<TestApp, "app">, browser: Browser, importId: string): Promise<Report> {
  const { userErrors } = await browser.change("commitImport", { importId });
  if (userErrors.length > 0) throw new Error(JSON.stringify(userErrors));
  await hasCome(test, importId, "DONE");
  return reportOf(browser, importId);
}

/** "4 REJECTED REQUIRED email", one for each row. */
export const lines = ({ rows }: Report): string[] =>
  rows.nodes.map(({ row, outcome, errors }) =>
    [row, outcome, ...errors.map(({ code, path }) => [code, ...path].join(" "))].join(" "),
  );

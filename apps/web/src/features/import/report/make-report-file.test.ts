import { type ImportColumn, identityField, importColumns, isIdentityColumn } from "@usher/rules/columns";
import { proposeColumns } from "@usher/rules/propose-columns";
import identityEn from "../../../i18n/en/identity.json";
import en from "../../../i18n/en/import.json";
import identityFr from "../../../i18n/fr/identity.json";
import fr from "../../../i18n/fr/import.json";
import identityNl from "../../../i18n/nl/identity.json";
import nl from "../../../i18n/nl/import.json";
import { makeReportFile } from "./make-report-file";
import type { ReportRow } from "./use-import-rows";

const words = { en, fr, nl };
const identity = { en: identityEn, fr: identityFr, nl: identityNl };
const columnWords = (language: "en" | "fr" | "nl", column: ImportColumn) =>
  isIdentityColumn(column) ? identity[language].field[identityField(column)] : words[language].column[column];

const aRow = (row: number, more: Partial<ReportRow> = {}): ReportRow => ({
  row,
  outcome: "REJECTED",
  cells: ["Ann", "ignored", `a${row}@x.example`],
  errors: [],
  ...more,
});

async function fileOf(pages: ReportRow[][], forMending: boolean, language: "en" | "fr" | "nl" = "en") {
  const asked: (string | null)[] = [];
  const blob = await makeReportFile({
    columns: ["first_name", null, "email"],
    forMending,
    language,
    words: {
      column: (column) => columnWords(language, column),
      row: "Row",
      outcome: "Result",
      outcomeOf: (outcome) => words[language].rowOutcome[outcome],
      problem: ({ code }) => code,
    },
    async page(after) {
      asked.push(after);
      const at = Number(after ?? 0);
      return {
        nodes: pages[at] ?? [],
        pageInfo: { hasNextPage: at + 1 < pages.length, endCursor: String(at + 1) },
      };
    },
    onProgress() {},
    signal: new AbortController().signal,
  });
  const text = await new Promise<string>((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.readAsText(blob);
  });
  return { text: text.replace(/^\ufeff/, ""), asked };
}

const error: ReportRow["errors"][number] = { code: "EMAIL_TAKEN", message: "", path: ["email"] };

it("writes the report page by page, without the columns that were ignored (F41)", async () => {
  const { text, asked } = await fileOf([[aRow(2, { outcome: "INVITED" })], [aRow(4, { errors: [error] })]], false);
  expect(text).toBe(
    "Row,First name,E-mail,Result,What is wrong\r\n2,Ann,a2@x.example,Invited,\r\n4,Ann,a4@x.example,Refused,EMAIL_TAKEN\r\n",
  );
  expect(asked).toEqual([null, "1"]);
});

it("writes refused rows as they can be imported again, with semicolons where spreadsheets want them", async () => {
  const { text } = await fileOf([[aRow(2, { errors: [error] })]], true, "fr");
  expect(text).toBe("Prénom;E-mail;Ce qui ne va pas\r\nAnn;a2@x.example;EMAIL_TAKEN\r\n");
});

it("lets no cell run as a formula (F50)", async () => {
  const { text } = await fileOf([[aRow(2, { cells: ['=HYPERLINK("http://evil")', "", "+1@x.example"] })]], true);
  expect(text).toContain("\"'=HYPERLINK");
  expect(text).toContain("'+1@x.example");
});

it.each(["en", "fr", "nl"] as const)(
  "names columns in %s so that the next import knows them again (F44)",
  (language) => {
    const header = importColumns.map((column) => columnWords(language, column));
    const row = importColumns.map(
      (column) =>
        ({ email: "a@x.org", team_leader: "b@x.org", role: "coach", user_type: "member" })[column as string] ?? "x",
    );
    expect(proposeColumns(header, [row]).columns).toEqual([...importColumns]);
  },
);

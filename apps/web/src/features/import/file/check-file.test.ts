import { readFileSync } from "node:fs";
import { join } from "node:path";
import { importRequires } from "@usher/rules/columns";
import { usualFields } from "@usher/rules/identity-fields";
import { rowChecker } from "@usher/rules/row";
import { checkFile } from "./check-file";
import type { CheckReport, Choice } from "./check-report";
import { examineFile } from "./examine-file";
import { FileProblemError } from "./file-problem";
import { identityLook } from "./identity-look";
import { ownLane } from "./lane";
import type { Reading } from "./opened-file";
import { RowFile } from "./read-rows";
import type { Source } from "./read-slice";

const samples = join(__dirname, "../../../../../../samples");
const today = "2026-11-22";

function source(content: string | Uint8Array): Source {
  const bytes = Uint8Array.from(typeof content === "string" ? new TextEncoder().encode(content) : content);
  return { size: bytes.length, read: async (start, end) => bytes.slice(start, end) };
}

async function open(content: string | Uint8Array, reading: Reading = {}) {
  const examined = await examineFile(source(content), "people.csv", reading);
  if (!examined.ok) throw new FileProblemError(examined.problem);
  return examined;
}

async function refusal(content: string | Uint8Array, reading: Reading = {}) {
  const examined = await examineFile(source(content), "people.csv", reading);
  return examined.ok ? null : examined.problem;
}

const quiet = { onFirstRows() {}, onProgress() {}, isCancelled: () => false };

async function checkAll(content: string | Uint8Array, more: Partial<Choice> & { reading?: Reading } = {}) {
  const { reading, ...choice } = more;
  const { opened, file } = await open(content, reading);
  const { result, checked } = await checkFile(
    file,
    { columns: opened.proposal.columns, defaults: {}, today, ...choice },
    [ownLane(), ownLane()],
    quiet,
  );
  return { opened, file, result, checked };
}

async function report(content: string | Uint8Array, more: Partial<Choice> & { reading?: Reading } = {}) {
  const { opened, file, result, checked } = await checkAll(content, more);
  if (!result.ok || !checked) throw new Error(JSON.stringify(result));
  return { opened, file, checked, report: result.report, rows: new RowFile(file, checked.index) };
}

const head = "first_name,last_name,email,company\n";
const person = (n: number, more = "") => `Ann,Lee ${n},a${n}@x.example,Acme${more}\n`;
const people = (count: number) => Array.from({ length: count }, (_, i) => person(i)).join("");

describe("the messy export in samples/ (F37)", () => {
  const content = readFileSync(join(samples, "people-export.csv"));

  it("is understood by itself: encoding, separator, columns (F33)", async () => {
    const { opened } = await open(content);
    expect(opened).toMatchObject({ encoding: "windows-1252", delimiter: ";", hasHeader: true, notices: [] });
    expect(Object.fromEntries(opened.header.map((name, i) => [name, opened.proposal.columns[i]]))).toEqual({
      Prénom: "first_name",
      Nom: "last_name",
      "Adresse e-mail": "email",
      Société: "company",
      Langue: "language",
      Groupes: "groups",
      Équipe: "team",
      "Chef d'équipe": "team_leader",
      Matricule: "external_id",
      "Date de suppression": "deletion_date",
      Remarques: null,
      Bureau: null,
    });
    expect(opened.rows).toHaveLength(10);
  });

  it("gives the counts that samples/README.md promises (F34)", async () => {
    const { report: found } = await report(content);
    expect({ ...found, problems: kinds(found), firstRows: found.firstRows.length }).toEqual({
      rows: 1011,
      emptyRows: 11,
      trailingEmptyRows: 6,
      people: 1000,
      rowsWithProblems: 23,
      peopleReady: 977,
      problems: {
        "email EMAIL_MALFORMED": [22, 136, 251, 376, 504, 621],
        "email REQUIRED": [710],
        "email DUPLICATE_IN_INPUT": [304, 435, 436, 882, 1012],
        "language UNKNOWN_LANGUAGE": [57, 58, 314, 562, 812],
        "first_name REQUIRED": [649],
        "first_name TOO_LONG": [415],
        "last_name REQUIRED": [93],
        "deletion_date DATE_MALFORMED": [532],
        "team_leader EMAIL_MALFORMED": [743],
        "null TOO_MANY_CELLS": [226],
      },
      problemsCut: false,
      firstRows: 10,
      distinctEmails: 987,
      dates: { order: "dmy", example: null },
      linesInOtherEncoding: 0,
      chunks: 1,
    });
    expect(found.problems.find(({ code }) => code === "UNKNOWN_LANGUAGE")).toMatchObject({
      values: [
        { text: "Deutsch", rows: 3 },
        { text: "español", rows: 1 },
        { text: "à demander", rows: 1 },
      ],
      valuesCut: false,
    });
  });

  it("is sent so that the server refuses the same rows", async () => {
    const { rows, opened, checked } = await report(content);
    const { columns } = opened.proposal;
    const chunk = await rows.chunk(0, columns);
    const serverCheck = rowChecker(columns, {}, { today, require: importRequires });
    const seen = new Set<string>();
    const refused = (chunk?.rows ?? []).flatMap((cells, i) => {
      if (cells.length === 0) return [];
      if (cells.length > columns.length) return [i + 2];
      const { problems, emailKey } = serverCheck(cells);
      const isRepeated = emailKey !== null && seen.has(emailKey);
      if (emailKey !== null) seen.add(emailKey);
      return problems.length > 0 || isRepeated ? [i + 2] : [];
    });
    expect(refused).toEqual(checked.store.page({ first: 100 }).rows.map(({ row }) => row));
  });

  it("keeps hostile values as text", async () => {
    const { rows, opened } = await report(content);
    const chunk = await rows.chunk(0, opened.proposal.columns);
    const names = chunk?.rows.flatMap((cells) => cells.slice(0, 2)) ?? [];
    expect(names).toEqual(
      expect.arrayContaining(["<script>alert(1)</script>", '=cmd|"/C calc"!A1', "__proto__", "constructor"]),
    );
  });

  it("reads the small one, which is UTF-8 with a mark and commas", async () => {
    const { opened, report: found } = await report(readFileSync(join(samples, "people-small.csv")));
    expect(opened).toMatchObject({ encoding: "utf-8", delimiter: ",", notices: [] });
    expect(opened.header[0]).toBe("first_name");
    expect(found).toMatchObject({ rows: 20, people: 20, peopleReady: 20, emptyRows: 0, distinctEmails: 20 });
  });
});

describe("a file that cannot be used says why", () => {
  it.each<[string, string | Uint8Array, Reading, object]>([
    ["nothing in it", "", {}, { code: "EMPTY_FILE" }],
    ["white space only", "\ufeff \r\n\r\n", {}, { code: "EMPTY_FILE" }],
    ["separators only", ";;;\r\n;;;\r\n", {}, { code: "EMPTY_FILE" }],
    ["only a header", head, {}, { code: "ONLY_A_HEADER" }],
    ["only a header and empty rows", `${head},,,\n\n,,,\n`, {}, { code: "ONLY_A_HEADER" }],
    [
      "300 columns",
      `${"name;".repeat(300)}\n${"x;".repeat(300)}`,
      {},
      { code: "TOO_MANY_COLUMNS", columns: 300, limit: 200 },
    ],
    ["a workbook", "PK\x03\x04 xl/workbook", {}, { code: "SPREADSHEET", format: "xlsx" }],
    ["zeros", new Uint8Array(5000), {}, { code: "NOT_A_CSV", format: "binary" }],
    [
      "a quote that opens in the header and never closes",
      'name,"email\nAnn,a@x.example\n',
      {},
      { code: "UNCLOSED_QUOTE", row: 1, text: 'name,"email\nAnn,a@x.example\n' },
    ],
  ])("%s", async (_, content, reading, problem) => {
    expect(await refusal(content, reading)).toEqual(problem);
  });

  it("names the row in which a quote opens that swallows the rest", async () => {
    const { result } = await checkAll(`${head}${people(5000)}"Ann,Lee,a@y.example,Acme\n${people(5000)}`);
    expect(result).toEqual({
      ok: false,
      problem: { code: "UNCLOSED_QUOTE", row: 5002, text: expect.stringContaining('"Ann,Lee,a@y.example') },
    });
  });

  it("takes a file of text without line breaks for no table", async () => {
    expect(await refusal("x".repeat(10_000_000))).toMatchObject({ code: "ROW_TOO_LONG", row: 1 });
  });

  it("says that the file was changed while it was read", async () => {
    const { file, opened } = await open(`${head}${people(30_000)}`);
    const vanished = { ...file, source: { size: file.source.size, read: gone } };
    const choice = { columns: opened.proposal.columns, defaults: {}, today };
    const { result } = await checkFile(vanished, choice, [ownLane()], quiet);
    expect(result).toEqual({ ok: false, problem: { code: "FILE_CHANGED" } });
    await expect(new RowFile(vanished).chunk(0, choice.columns)).rejects.toMatchObject({
      problem: { code: "FILE_CHANGED" },
    });
  });
});

describe("a file that can be used all the same says what is odd", () => {
  it.each([
    ["one column", "email\na@x.example\n", [{ code: "ONE_COLUMN" }]],
    ["no header", "Ann,a@x.example\nBob,b@x.example\n", [{ code: "HEADER_LOOKS_LIKE_DATA", cell: "a@x.example" }]],
    ["a name twice", "e-mail;E Mail;nom\na;b;c\n", [{ code: "HEADER_REPEATED", name: "e-mail", columns: [0, 1] }]],
    ["values without a name", "email;;\na@x.example;x;\n", [{ code: "HEADER_EMPTY", columns: [1] }]],
  ])("%s", async (_, content, notices) => {
    expect((await open(content)).opened.notices).toEqual(notices);
  });

  it("reads a file without a header when told to, numbering rows as they stand in it", async () => {
    const {
      opened,
      rows,
      report: found,
    } = await report("Ann,Lee,a@x.example,Acme\nBob,Ray,b@x.example,Acme\n,,,\nCy,Day,c@x,Acme\n", {
      reading: { hasHeader: false },
      columns: ["first_name", "last_name", "email", "company"],
    });
    expect(opened.header).toEqual(["", "", "", ""]);
    expect(opened.proposal.columns).toEqual([null, null, null, null]);
    expect(opened.proposal.suggestions[2]).toBeNull();
    expect(kinds(found)).toEqual({ "email EMAIL_MALFORMED": [4] });
    expect(await rows.chunk(0, ["first_name", null, "email", null])).toEqual({
      chunk: 0,
      firstRow: 1,
      rows: [["Ann", "", "a@x.example"], ["Bob", "", "b@x.example"], [], ["Cy", "", "c@x"]],
    });
  });

  it("never promises no rows at all where the first one is longer than what it looked at", async () => {
    const { opened, report: found } = await report(`${head}Ann,${"L".repeat(1_000_000)},a@x.example,Acme\n`);
    expect(opened.estimatedRows).toBe(1);
    expect(found.rows).toBe(1);
  });

  it("leaves out empty columns at the right of a spreadsheet", async () => {
    expect((await open("nom;email;;;;\nA;a@x.example;;;;\n")).opened.header).toEqual(["nom", "email"]);
  });

  it("never proposes the column of an error file that says what is wrong", async () => {
    const { opened } = await open('first_name;email;Ce qui ne va pas\nAnn;b@x.example;"a@x.example"\n');
    expect(opened.proposal.columns).toEqual(["first_name", "email", null]);
  });
});

describe("every row is checked (F34)", () => {
  it("counts empty rows, keeps their numbers, and leaves out those at the end", async () => {
    const { report: found, rows } = await report(`\n\n${head}${person(1)}\n,,,\n${person(2)},,,\n\n`);
    expect(found).toMatchObject({ rows: 4, emptyRows: 2, people: 2, trailingEmptyRows: 2, chunks: 1 });
    const chunk = await rows.chunk(0, ["first_name", "last_name", "email", "company"]);
    expect(chunk?.rows.map((cells) => cells[1])).toEqual(["Lee 1", undefined, undefined, "Lee 2"]);
    expect(chunk?.rows[1]).toEqual([]);
  });

  it("finds who comes twice by e-mail, username and external id, however written", async () => {
    const content = `first_name,last_name,email,company,username,external_id
A,A,ann@x.example,C,ann,1
B,B,"  Ann@X.EXAMPLE ",C,bob,2
C,C,c@x.example,C,ANN,3
D,D,d@x.example,C,,2
E,E,bad,C,,
F,F,bad,C,,
`;
    const { checked } = await report(content);
    const duplicates = checked.store
      .page({ first: 10, code: "DUPLICATE_IN_INPUT" })
      .rows.map(({ row, problems }) => [row, problems[0]?.column, problems[0]?.firstRow]);
    expect(duplicates).toEqual([
      [3, "email", 2],
      [4, "username", 2],
      [5, "external_id", 3],
    ]);
  });

  it("refuses a row with too many cells, one whose quotes swallowed others, and the header come again", async () => {
    const content = `${head}Ann,Lee,a@x.example,Acme, Ltd\n"Bob" x,Ray\nCy,"Day",c@x.example,"Acme"\n${head}Di,Fox,d@x.example,Acme,,\n`;
    const { report: found, rows, opened } = await report(content);
    expect(kinds(found)).toEqual({
      "null TOO_MANY_CELLS": [2],
      "null QUOTE_MALFORMED": [3],
      "null HEADER_REPEATED": [4],
    });
    const chunk = await rows.chunk(0, opened.proposal.columns);
    // the server sees the mapped columns only
    expect(chunk?.rows.map((cells) => [cells.length, cells[2]])).toEqual([
      [5, "a@x.example"],
      [5, "Acme"],
      [4, "email"],
      [4, "d@x.example"],
    ]);
    const serverCheck = rowChecker(opened.proposal.columns, {}, { today, require: importRequires });
    expect(chunk?.rows.map((cells) => cells.length > 4 || serverCheck(cells).problems.length > 0)).toEqual([
      true,
      true,
      true,
      false,
    ]);
  });

  it("takes short rows as they are", async () => {
    const { report: found } = await report(
      "email,first_name,last_name,company,team\na@x.example,A,B,C\nb@x.example,A,B\n",
    );
    expect(kinds(found)).toEqual({ "company REQUIRED": [3] });
  });

  it("fills in defaults", async () => {
    const { report: found } = await report("email\na@x.example\n", {
      defaults: { firstName: "A", lastName: "B", company: "C", language: "fr" },
    });
    expect(found.peopleReady).toBe(1);
    expect(found.firstRows[0]?.person).toMatchObject({ email: "a@x.example", company: "C", language: "fr" });
  });

  it("reads dates in one order for the whole column, and asks when it cannot know", async () => {
    const dated = (...dates: string[]) =>
      `${head.trim()},deletion_date\n${dates.map((date, i) => person(i, `,${date}`)).join("")}`;
    const dates = async (...cells: string[]) => (await report(dated(...cells))).report.dates;
    expect(await dates("2030-01-02")).toBeNull();
    expect(await dates("01/02/2030", "31/12/2030")).toEqual({ order: "dmy", example: null });
    expect(await dates("01/02/2030", "12/31/2030")).toEqual({ order: "mdy", example: null });
    expect(await dates("05/05/2030", "01/02/2030")).toEqual({ order: "ask", example: "01/02/2030" });
    const american = await report(dated("12/31/2030"), { dateOrder: "mdy" });
    expect(american.report.peopleReady).toBe(1);
  });

  it.each<[string, (text: string) => Uint8Array]>([
    ["UTF-16 LE", (text) => wide(text, true)],
    ["UTF-16 BE", (text) => wide(text, false)],
  ])("reads %s, slice by slice", async (_, encode) => {
    const content = `${head}${Array.from({ length: 20_000 }, (_, i) => `Zoë 😀,"Łee\n${i}",a${i}@x.example,Acme\n`).join("")}`;
    const { opened, report: found, rows } = await report(encode(content));
    expect(opened.encoding).toMatch(/^utf-16/);
    expect(found).toMatchObject({ people: 20_000, peopleReady: 20_000, chunks: 10 });
    const last = await rows.chunk(9, opened.proposal.columns);
    expect(last?.rows.at(-1)).toEqual(["Zoë 😀", "Łee\n19999", "a19999@x.example", "Acme"]);
  });

  it("switches to Windows-1252 where a file that began in ASCII turns out to be so", async () => {
    const bytes = new TextEncoder().encode(`${head}${people(20_000)}Zo#,Lee,z@x.example,Acme\n`);
    const at = bytes.lastIndexOf("#".charCodeAt(0));
    bytes[at] = 0xe9;
    const { report: found, rows, opened } = await report(bytes);
    expect(found.linesInOtherEncoding).toBe(1);
    expect((await rows.chunk(10, opened.proposal.columns))?.rows[0]?.[0]).toBe("Zoé");
  });

  it("stops when it is cancelled", async () => {
    const { file, opened } = await open(`${head}${people(50_000)}`);
    const cancelled = await checkFile(file, { columns: opened.proposal.columns, defaults: {}, today }, [ownLane()], {
      ...quiet,
      isCancelled: () => true,
    });
    expect(cancelled).toEqual({ result: { ok: false, cancelled: true }, checked: null });
  });
});

describe("identities in a file (F44)", () => {
  const columns = `${head.trim()},legal_last_name,date_of_birth,tax_number,phone,country,document_kind\n`;
  const lea = "Maes,18/05/1993,93.05.18-223.61,0470 12 34 56,België,paspoort";
  const row = (n: number, identity: string) => person(n, `,${identity}`);

  it("are checked as the drafts that the server will keep, each understood as a whole", async () => {
    const { report: found, opened } = await report(
      columns +
        row(0, lea) +
        row(1, ",,,,,") +
        row(2, "Maes,2031-01-01,,12,Atlantis,library card") +
        row(3, ",,93.05.18-223.62,0470 12 34 56,BE,") +
        row(4, ",,,0470 12 34 56,US,"),
    );
    expect(opened.proposal.columns.slice(4)).toEqual([
      "legal_last_name",
      "date_of_birth",
      "tax_number",
      "phone",
      "country",
      "document_kind",
    ]);
    expect(found).toMatchObject({ people: 5, peopleReady: 2 });
    expect(kinds(found)).toEqual({
      "date_of_birth DATE_IN_FUTURE": [4],
      "country UNKNOWN_COUNTRY": [4],
      "document_kind UNKNOWN_DOCUMENT_KIND": [4],
      "tax_number TAX_NUMBER_MALFORMED": [5],
      "phone PHONE_MALFORMED": [4, 6],
    });
    expect(found.problems.find(({ code }) => code === "UNKNOWN_COUNTRY")).toMatchObject({
      fileColumn: 8,
      values: [{ text: "Atlantis", rows: 1 }],
    });
  });

  it("are refused where the workspace does not ask for a field, and never looked at where their columns are left out", async () => {
    const asked = { ...usualFields, phone: "HIDDEN" } as const;
    const { report: found } = await report(columns + row(0, lea), { asked });
    expect(kinds(found)).toEqual({ "phone NOT_ASKED": [2] });
    const bad = columns + row(0, "Maes,never,1,2,3,4");
    const ignored: Choice["columns"] = ["first_name", "last_name", "email", "company", ...Array(6).fill(null)];
    expect((await report(bad, { columns: ignored })).report).toMatchObject({ peopleReady: 1, dates: null });
    expect(await identityLook({ columns: ignored, defaults: {}, today })).toEqual({});
  });

  it("have dates of birth, which the file writes as its other dates", async () => {
    const dated = (...dates: string[]) =>
      `${head.trim()},deletion_date,date_of_birth\n${dates.map((pair, n) => person(n, `,${pair}`)).join("")}`;
    const datesOf = async (...pairs: string[]) => (await report(dated(...pairs))).report.dates;
    expect(await datesOf(",01/02/1990", ",05/18/1993")).toEqual({ order: "mdy", example: null });
    expect(await datesOf("31/12/2030,", ",01/02/1990")).toEqual({ order: "dmy", example: null });
    expect(await datesOf(",01/02/1990", "2030-12-31,")).toEqual({ order: "ask", example: "01/02/1990" });
    const american = await report(dated(",05/18/1993"), { dateOrder: "mdy" });
    expect(american.report.peopleReady).toBe(1);
  });

  it("are sent as they stand in the file", async () => {
    const { rows, opened } = await report(columns + row(0, lea) + row(1, ",,,,,"));
    const chunk = await rows.chunk(0, opened.proposal.columns);
    expect(chunk?.rows[0]?.slice(4)).toEqual(lea.split(","));
    const ignored = [...opened.proposal.columns.slice(0, 4), ...Array(6).fill(null)];
    expect((await rows.chunk(0, ignored))?.rows[0]).toEqual(["Ann", "Lee 0", "a0@x.example", "Acme"]);
  });
});

describe("rows for the server", () => {
  const content = `${head}${Array.from({ length: 45_000 }, (_, i) => (i % 1000 === 500 ? ",,,\n" : person(i, i % 7 ? "" : ""))).join("")}\n\n`;

  it("come in chunks of 2,000, the same ones with and without a check, from anywhere (F39)", async () => {
    const { report: found, rows, opened, file } = await report(content);
    const { columns } = opened.proposal;
    expect(found).toMatchObject({ rows: 45_000, emptyRows: 45, trailingEmptyRows: 2, chunks: 23 });
    const all: string[][] = [];
    for (let chunk = 0; ; chunk++) {
      const next = await rows.chunk(chunk, columns);
      if (!next) break;
      expect(next.firstRow).toBe(2 + all.length);
      all.push(...next.rows);
    }
    expect(all).toHaveLength(45_000);
    expect(all[500]).toEqual([]);
    expect(all[44_999]).toEqual(["Ann", "Lee 44999", "a44999@x.example", "Acme"]);
    const resumed = new RowFile(file);
    expect(await resumed.chunk(23, columns)).toBeNull();
    expect(await resumed.chunk(22, columns)).toEqual(await rows.chunk(22, columns));
    expect(await resumed.chunk(3, columns)).toEqual(await rows.chunk(3, columns));
    expect(await resumed.chunk(23, columns)).toBeNull();
  });

  it("give each address once, a thousand at a time", async () => {
    const { checked, rows } = await report(`${content}${person(3)}${person(4)}Bad,Bad,bad,Acme\n`);
    const emails: string[] = [];
    for (let after = 0; ; ) {
      const batch = await rows.emails(checked, after, 1000);
      emails.push(...batch.emails);
      if (!batch.hasMore) break;
      expect(batch.emails).toHaveLength(1000);
      after = batch.rows.at(-1) as number;
    }
    expect(emails).toHaveLength(44_955);
    expect(new Set(emails).size).toBe(44_955);
    expect(checked.report.distinctEmails).toBe(44_955);
  });

  it("are shown with their problems page by page", async () => {
    const bad = Array.from({ length: 20_000 }, (_, i) => `Ann,Lee,${i % 10 ? `a${i}@x.example` : "bad"},\n`).join("");
    const { checked, rows } = await report(`${head}${bad}`);
    const first = await rows.problemRows(checked, { first: 3, code: "EMAIL_MALFORMED" });
    expect(first.hasMore).toBe(true);
    expect(first.rows.map(({ row, cells, problems }) => [row, cells[2], problems.length])).toEqual([
      [2, "bad", 2],
      [12, "bad", 2],
      [22, "bad", 2],
    ]);
    const last = await rows.problemRows(checked, { first: 200, after: 19_900, column: "company" });
    expect(last).toMatchObject({ hasMore: false });
    expect(last.rows.at(-1)).toMatchObject({
      row: 20_001,
      problems: [{ column: "company", fileColumn: 3, code: "REQUIRED" }],
    });
  });
});

function kinds(found: CheckReport) {
  return Object.fromEntries(found.problems.map(({ column, code, firstRows }) => [`${column} ${code}`, firstRows]));
}

async function gone(): Promise<never> {
  throw new FileProblemError({ code: "FILE_CHANGED" });
}

function wide(text: string, littleEndian: boolean): Uint8Array {
  const bytes = new DataView(new ArrayBuffer(text.length * 2));
  for (let i = 0; i < text.length; i++) bytes.setUint16(i * 2, text.charCodeAt(i), littleEndian);
  return new Uint8Array(bytes.buffer);
}

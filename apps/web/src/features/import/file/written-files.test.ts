import { identityColumns, identityField } from "@usher/rules/columns";
import type { LanguageCode } from "@usher/rules/language";
import identityEn from "../../../i18n/en/identity.json";
import identityFr from "../../../i18n/fr/identity.json";
import identityNl from "../../../i18n/nl/identity.json";
import { checkFile } from "./check-file";
import type { Choice, RowProblem } from "./check-report";
import { makeErrorFile } from "./error-file";
import { examineFile } from "./examine-file";
import { ownLane } from "./lane";
import { parseRecords } from "./parse-records";
import { RowFile } from "./read-rows";
import type { Source } from "./read-slice";
import { templateCsv } from "./template";

const today = "2026-11-22";
const quiet = { onFirstRows() {}, onProgress() {}, isCancelled: () => false };

function source(bytes: Uint8Array): Source {
  return { size: bytes.length, read: async (start, end) => Uint8Array.from(bytes.subarray(start, end)) };
}

async function check(bytes: Uint8Array, chosen?: Choice["columns"], hasHeader = true) {
  const examined = await examineFile(source(bytes), "people.csv", { hasHeader });
  if (!examined.ok) throw new Error(examined.problem.code);
  const { opened, file } = examined;
  const choice: Choice = { columns: chosen ?? opened.proposal.columns, defaults: {}, today };
  const { result, checked } = await checkFile(file, choice, [ownLane()], quiet);
  if (!result.ok || !checked) throw new Error(JSON.stringify(result));
  const rows = new RowFile(file, checked.index);
  return {
    opened,
    choice,
    report: result.report,
    rows,
    people: { opened, problemRows: (query: { first: number }) => rows.problemRows(checked, query) },
  };
}

const encode = (text: string) => new TextEncoder().encode(text);

function bytesOf(blob: Blob): Promise<Uint8Array> {
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(new Uint8Array(reader.result as ArrayBuffer));
    reader.readAsArrayBuffer(blob);
  });
}

describe("the template (F28)", () => {
  it.each<[LanguageCode, string]>([
    ["en", ","],
    ["fr", ";"],
    ["nl", ";"],
  ])("in %s opens in a spreadsheet, and is understood and right as it is", async (language, delimiter) => {
    const text = templateCsv(language);
    expect(text.charCodeAt(0)).toBe(0xfeff);
    expect(text).not.toContain("sep=");
    const { opened, report } = await check(encode(text));
    expect(opened).toMatchObject({ encoding: "utf-8", delimiter, notices: [] });
    expect(opened.proposal.columns).toEqual([
      "first_name",
      "last_name",
      "email",
      "company",
      "language",
      "groups",
      "team",
      "team_leader",
      "username",
      "label",
      "role",
      "deletion_date",
    ]);
    expect(new Set(opened.proposal.how)).toEqual(new Set(["header"]));
    expect(report).toMatchObject({ people: 1, peopleReady: 1 });
  });
});

describe("the template with identity columns (F44)", () => {
  const identity = { en: identityEn, fr: identityFr, nl: identityNl };

  it.each<LanguageCode>(["en", "fr", "nl"])("in %s is understood and right as it is", async (language) => {
    const ofIdentity = identityColumns.map((column) => ({
      column,
      name: identity[language].field[identityField(column)],
    }));
    const { opened, report } = await check(encode(templateCsv(language, ofIdentity)));
    expect(opened.proposal.columns.slice(12)).toEqual(identityColumns);
    expect(new Set(opened.proposal.how)).toEqual(new Set(["header"]));
    expect(report).toMatchObject({ people: 1, peopleReady: 1 });
    const some = ofIdentity.filter(({ column }) => column === "city" || column === "date_of_birth");
    expect((await check(encode(templateCsv(language, some)))).opened.proposal.columns.slice(12)).toEqual([
      "date_of_birth",
      "city",
    ]);
  });
});

describe("the error file (F41)", () => {
  const words = (language: LanguageCode) => ({
    language,
    describe: ({ column, code }: RowProblem) => `${column}: ${code}`,
  });
  const content = `Prénom;Nom;E-mail;Société;Remarques
Ann;Lee;a@x.example;Acme;fine
=cmd|'/C calc'!A1;"Ray; Jr";bad;"Acme ""Sud""";"-1
+2"
Cy;;a@x.example;Acme;
Di;Fox;d@x.example;Acme, Ltd;x;Namur
Eve;Day;e@x;Acme;
`;

  it.each<[LanguageCode, string]>([
    ["en", "What is wrong"],
    ["fr", "Ce qui ne va pas"],
    ["nl", "Wat er mis is"],
  ])("in %s holds the rows to mend as they were, and comes back cleanly", async (language, header) => {
    const before = await check(encode(content));
    const file = await bytesOf(await makeErrorFile(before.people, before.choice, words(language)));
    const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(file);
    expect(text.startsWith("\ufeffPrénom")).toBe(true);
    const cells = parseRecords(text, language === "en" ? "," : ";", "\n").rows.flat();
    expect(cells.filter((cell) => /^[=+@-]/.test(cell))).toEqual([]);

    const after = await check(file);
    expect(after.opened.header).toEqual(["Prénom", "Nom", "E-mail", "Société", "Remarques", header]);
    expect(after.opened.proposal.columns).toEqual(["first_name", "last_name", "email", "company", null, null]);
    const { rows } = await after.people.problemRows({ first: 10 });
    expect(rows.map(({ person, cells }) => [person?.firstName, person?.lastName, person?.email, cells[5]])).toEqual([
      ["=cmd|'/C calc'!A1", "Ray; Jr", "bad", "email: EMAIL_MALFORMED"],
      ["Cy", undefined, "a@x.example", "last_name: REQUIRED; email: DUPLICATE_IN_INPUT"],
      ["Di", "Fox", "d@x.example", "null: TOO_MANY_CELLS"],
      ["Eve", "Day", "e@x", "email: EMAIL_MALFORMED"],
    ]);
    // the address that came twice is now alone
    expect(after.report.problems.map(({ code, rows }) => [code, rows])).toEqual([
      ["EMAIL_MALFORMED", 2],
      ["REQUIRED", 1],
      ["TOO_MANY_CELLS", 1],
    ]);
  });

  it("keeps the columns of identities, with what stands in them (F44)", async () => {
    const before = await check(
      encode(
        "Prénom;Nom;E-mail;Société;Date de naissance;Téléphone\nLéa;Maes;l@x.example;Acme;31/02/1993;+32 470 12 34 56\n",
      ),
    );
    const after = await check(await bytesOf(await makeErrorFile(before.people, before.choice, words("fr"))));
    expect(after.opened.proposal.columns.slice(4)).toEqual(["date_of_birth", "phone", null]);
    expect(after.opened.rows[0]?.slice(4)).toEqual([
      "31/02/1993",
      "'+32 470 12 34 56",
      "date_of_birth: DATE_MALFORMED",
    ]);
    expect(after.report.problems).toMatchObject([{ column: "date_of_birth", code: "DATE_MALFORMED", rows: 1 }]);
  });

  it("says what is wrong now, not before, when it is imported again with errors", async () => {
    const once = await check(encode(content));
    const first = await bytesOf(await makeErrorFile(once.people, once.choice, words("fr")));
    const twice = await check(first);
    const second = await bytesOf(await makeErrorFile(twice.people, twice.choice, words("nl")));
    expect((await check(second)).opened.header).toEqual([
      "Prénom",
      "Nom",
      "E-mail",
      "Société",
      "Remarques",
      "Wat er mis is",
    ]);
  });

  it("names the columns of a file without a header by what they were mapped to", async () => {
    const { people, choice } = await check(
      encode("Ann,Lee,bad,Acme,x\n"),
      ["first_name", "last_name", "email", "company", null],
      false,
    );
    const text = new TextDecoder().decode(await bytesOf(await makeErrorFile(people, choice, words("en"))));
    expect(text).toBe(
      "first_name,last_name,email,company,5,What is wrong\r\nAnn,Lee,bad,Acme,x,email: EMAIL_MALFORMED\r\n",
    );
  });
});

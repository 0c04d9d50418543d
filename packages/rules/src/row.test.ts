import { accountColumns, type ImportColumn, identityColumns, importColumns, importRequires } from "./columns.js";
import type { DateOrder } from "./date.js";
import { checkIdentity } from "./identity.js";
import { type AskedFields, usualFields } from "./identity-fields.js";
import { checkPerson, type PersonField, type PersonFields, type PersonOptions } from "./person.js";
import { isEmptyRow, rowChecker, rowReader } from "./row.js";

const today = "2026-11-22";

const looksAtIdentity = ({ isDraft = true, asked = usualFields, dateOrder = "dmy" as DateOrder } = {}) => ({
  identity: (fields: Parameters<typeof checkIdentity>[0]) =>
    checkIdentity(fields, { today, isDraft, asked, dateOrder }),
});

describe("reading a row", () => {
  it("gives each field its cell, wherever the column stands", () => {
    const read = rowReader(["email", null, "last_name", "first_name"], {});
    expect(read(["ann@x.org", "ignored", "Lee", "Ann"])).toEqual({
      email: "ann@x.org",
      firstName: "Ann",
      lastName: "Lee",
    });
  });

  it("takes several groups from one cell, parted by slashes (F32)", () => {
    const read = rowReader(["groups"], {});
    expect(read([" Sales / North//\u00a0Team 1 /"]).groups).toEqual(["Sales", "North", "Team 1"]);
  });

  it.each(["coach/learner", "coach, learner", "coach;learner"])("takes several roles from %j", (cell) => {
    expect(rowReader(["role"], {})([cell]).roles).toEqual(["coach", "learner"]);
  });

  it("fills empty and missing cells with the defaults (F30)", () => {
    const read = rowReader(["email", "company", "groups"], { company: "Acme", groups: ["All"], label: "2026" });
    expect(read(["ann@x.org", " \u00a0"])).toEqual({
      email: "ann@x.org",
      company: "Acme",
      groups: ["All"],
      label: "2026",
    });
    expect(read(["ann@x.org", "Globex", "Sales"])).toMatchObject({ company: "Globex", groups: ["Sales"] });
  });

  it("reads the first of two columns that are mapped to one, and ignores cells beyond the columns", () => {
    expect(rowReader(["email", "email"], {})(["ann@x.org", "bob@x.org", "more"])).toEqual({ email: "ann@x.org" });
  });

  it.each([
    ["'=HYPERLINK(1)", "=HYPERLINK(1)"],
    ["'+32 2 555 01 02", "+32 2 555 01 02"],
    ["'-", "-"],
    ["'@home", "@home"],
    ["'s Gravenhage", "'s Gravenhage"],
    ["'", "'"],
  ])("reads %j as %j: exports guard formulas with an apostrophe (F50)", (cell, text) => {
    expect(rowReader(["company"], {})([cell])).toEqual({ company: text });
  });

  it("gives the fields of the identity their cells (F44)", () => {
    const read = rowReader(["date_of_birth", "email", "country", "tax_number"], { "identity.nationality": "BE" });
    expect(read([" 18/05/1993 ", "ann@x.org", "", "'-1"])).toEqual({
      email: "ann@x.org",
      "identity.dateOfBirth": "18/05/1993",
      "identity.nationality": "BE",
      "identity.taxNumber": "-1",
    });
  });

  it("leaves cells that name parts of JavaScript alone", () => {
    const read = rowReader(["first_name", "groups"], {});
    expect(read(["__proto__", "constructor/__proto__"])).toEqual({
      firstName: "__proto__",
      groups: ["constructor", "__proto__"],
    });
  });
});

it.each([
  [[], true],
  [["", " ", "\u00a0\ufeff", "\t\r\n\u200b"], true],
  [["", "0"], false],
])("%j is an empty row: %s (F34)", (cells, empty) => {
  expect(isEmptyRow(cells)).toBe(empty);
});

describe("checking rows", () => {
  const all = { today, require: importRequires };

  it("finds nothing wrong with a clean row, and says what is unique about it", () => {
    const check = rowChecker(["first_name", "last_name", "email", "company", "username"], {}, all);
    const verdict = check(["Ann", "Lee", "Ann@X.org", "Acme", "ann.lee"]);
    expect(verdict).toEqual({ problems: [], emailKey: "ann@x.org", usernameKey: "ann.lee" });
  });

  it("names every field at fault (F34)", () => {
    const check = rowChecker(accountColumns, {}, all);
    const cells = "Ann;;nope;Acme;Klingon;a/b;;boss;Ann Lee;;learner/king;30/02/2027;founder;".split(";");
    expect(check(cells).problems).toEqual([
      { field: "email", code: "EMAIL_MALFORMED" },
      { field: "username", code: "USERNAME_MALFORMED" },
      { field: "lastName", code: "REQUIRED" },
      { field: "language", code: "UNKNOWN_LANGUAGE" },
      { field: "roles", code: "UNKNOWN_ROLE", index: 1 },
      { field: "teamLeader", code: "EMAIL_MALFORMED" },
      { field: "userType", code: "UNKNOWN_USER_TYPE" },
      { field: "deletionDate", code: "DATE_MALFORMED" },
    ]);
  });

  it("misses the team of a leader, wherever either stands (F36)", () => {
    const [check, withDefault] = [{}, { team: "Blue" }].map((defaults) =>
      rowChecker(["email", "team", "team_leader"], defaults, { today }),
    );
    const row = ["ann@x.org", " ", "lea@x.org"];
    expect(check?.(row).problems).toEqual([{ field: "teamLeader", code: "LEADER_WITHOUT_TEAM" }]);
    expect(check?.(["ann@x.org", "Blue", "lea@x.org"]).problems).toEqual([]);
    expect(check?.(["ann@x.org", "Blue", "'lea@x.org "]).problems).toEqual([]);
    expect(withDefault?.(row).problems).toEqual([]);
  });

  it("asks for what is obligatory only where neither the cell nor a default gives it (F30)", () => {
    const columns: ImportColumn[] = ["first_name", "last_name", "email", "company"];
    const row = ["Ann", "Lee", "ann@x.org", ""];
    expect(rowChecker(columns, {}, all)(row).problems).toEqual([{ field: "company", code: "REQUIRED" }]);
    expect(rowChecker(columns, { company: "Acme" }, all)(row).problems).toEqual([]);
    expect(rowChecker(columns.slice(0, 3), {}, all)(row).problems).toEqual([{ field: "company", code: "REQUIRED" }]);
  });

  it("names the fields of an identity that are at fault, understood together (F44)", () => {
    const check = rowChecker(["email", ...identityColumns], {}, { today, ...looksAtIdentity() });
    const identity = {
      legal_first_name: "Léa",
      date_of_birth: "31/02/1993",
      nationality: "Atlantis",
      tax_number: "93.05.18-223.61",
      phone: "0470 12 34 56",
      country: "Belgique",
      document_kind: "library card",
    } as Partial<Record<ImportColumn, string>>;
    const row = (more: typeof identity) => [
      "ann@x.org",
      ...identityColumns.map((column) => ({ ...identity, ...more })[column] ?? ""),
    ];
    expect(check(row({})).problems).toEqual([
      { field: "identity.dateOfBirth", code: "DATE_MALFORMED" },
      { field: "identity.nationality", code: "UNKNOWN_COUNTRY" },
      { field: "identity.documentKind", code: "UNKNOWN_DOCUMENT_KIND" },
    ]);
    const abroad = { date_of_birth: "", nationality: "", document_kind: "", country: "US" };
    expect(check(row(abroad)).problems).toEqual([
      { field: "identity.taxNumber", code: "TAX_NUMBER_MALFORMED" },
      { field: "identity.phone", code: "PHONE_MALFORMED" },
    ]);
    expect(check(["ann@x.org"]).problems).toEqual([]);
  });

  it("takes an identity for a draft, and refuses what the workspace does not ask for (F44)", () => {
    const asked = { ...usualFields, phone: "HIDDEN" } as const;
    const check = rowChecker(["email", "phone", "city"], {}, { today, ...looksAtIdentity({ asked }) });
    expect(check(["ann@x.org", "", "Gent"]).problems).toEqual([]);
    expect(check(["ann@x.org", "+32 470 12 34 56", ""]).problems).toEqual([
      { field: "identity.phone", code: "NOT_ASKED" },
    ]);
  });

  it("looks at no identity in a file that has none", () => {
    const identity = jest.fn();
    const check = rowChecker(accountColumns, {}, { ...all, identity });
    expect(check(["Ann", "Lee", "ann@x.org", "Acme", "Klingon"]).problems).toHaveLength(1);
    expect(identity).not.toHaveBeenCalled();
  });

  it("agrees with checkPerson about any row", () => {
    const random = seeded(20261122);
    const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)] as T;

    const disagreements: unknown[] = [];

    for (let file = 0; file < 500; file++) {
      const columns = Array.from({ length: 1 + Math.floor(random() * 16) }, () =>
        pick([null, ...importColumns, ...importColumns]),
      );
      const defaults: PersonFields = {};
      for (const field of random() < 0.5 ? [] : pick(defaultSets)) Object.assign(defaults, { [field[0]]: field[1] });
      const options: PersonOptions = {
        today,
        ...(random() < 0.3 ? { dateOrder: "mdy" } : {}),
        ...(random() < 0.8
          ? { require: pick<readonly PersonField[]>([importRequires, [], ["groups", "roles"], ["username"]]) }
          : {}),
        ...(random() < 0.1 ? { needsIdentity: true } : {}),
        ...looksAtIdentity({
          isDraft: random() < 0.8,
          asked: pick(askedSets),
          ...(random() < 0.3 ? { dateOrder: "mdy" } : {}),
        }),
      };
      const read = rowReader(columns, defaults);
      const check = rowChecker(columns, defaults, options);

      for (let row = 0; row < 50; row++) {
        const dirty = random() < 0.5;
        const cells = Array.from({ length: Math.floor(random() * 20) }, (_, i) => {
          const column = columns[i];
          const fitting = column ? pick(fittingCells[column]) : "";
          if (!dirty) return fitting;
          const text = random() < 0.4 ? fitting : pick(messyCells);
          return random() < 0.3 ? pick(messySpaces) + text + pick(messySpaces) : text;
        });
        const { person, problems } = checkPerson(read(cells), options);
        const expected = { problems, emailKey: person.emailKey, usernameKey: person.username };
        const verdict = check(cells);
        if (JSON.stringify(verdict) !== JSON.stringify(expected)) {
          disagreements.push({ columns, defaults, options, cells, verdict, expected });
        }
      }
    }
    expect(disagreements).toEqual([]);
  });
});

/** Mulberry32: the same numbers every time. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const names = ["Ann", "Émile", "Łukasz", "Ольга", "明", "van den Berg", "O'Neil", "x".repeat(100), "é".repeat(34)];
const emails = [
  "ann@x.org",
  "Ann@X.org",
  "o'neil@x.org",
  "'ann@x.org",
  "ann@bücher.example",
  "é@x.org",
  "a@xn--bcher-kva.example",
];
const fittingCells: Record<ImportColumn, readonly string[]> = {
  first_name: names,
  last_name: names,
  email: emails,
  company: ["Acme", "", "A/S"],
  language: ["fr", "NL", "English", "Français (Belgique)", ""],
  groups: ["Sales", "Sales/North", "", "/", "a/b/c/"],
  team: ["Team 1", ""],
  team_leader: [...emails, ""],
  username: ["ann", "ann.lee2", "Ann", ""],
  label: ["2026", ""],
  role: ["learner", "Coach/Apprenant", "", "/"],
  deletion_date: ["2027-01-31", "31/01/2027", "01/31/2027", "1.2.2027", "31/12/2020", ""],
  user_type: ["member", "Administrateur", ""],
  external_id: ["E1", "1.9E+18", ""],
  legal_first_name: names,
  legal_last_name: names,
  date_of_birth: ["1993-05-18", "18/05/1993", "05/18/1993", "2031-01-01", ""],
  place_of_birth: ["Gent", ""],
  nationality: ["BE", "Belgique", "Atlantis", ""],
  tax_number: ["93.05.18-223.61", "93.05.18-223.62", "X 1", ""],
  phone: ["+32 470 12 34 56", "0470 12 34 56", "'+32470123456", "12", ""],
  street: ["Kouter 1", ""],
  postal_code: ["9000", ""],
  city: ["Gent", ""],
  country: ["BE", "France", "Nederland", ""],
  document_kind: ["passport", "Carte d'identité", "library card", ""],
  document_number: ["592-1234567-89", "<1>", ""],
};
const askedSets: AskedFields[] = [
  usualFields,
  { ...usualFields, taxNumber: "HIDDEN", placeOfBirth: "HIDDEN" },
  { ...usualFields, phone: "REQUIRED", country: "OPTIONAL" },
];
const messySpaces = ["", " ", "\u00a0", "\ufeff", "\t", "\r\n", "\u200b", "\u3000"];
const messyCells = [
  ...Object.values(fittingCells).flat(),
  "'",
  "'=1",
  "'+ann@x.org",
  "'\t",
  "' ann",
  "''=1",
  "-",
  "__proto__",
  "constructor",
  "<script>alert(1)</script>",
  "ann@x.org\r\nBcc: all@x.org",
  "\u212aim@x.org",
  "\u212aim",
  "ılgın",
  "İ",
  "\ud800",
  "x\udc00y",
  "x".repeat(101),
  `${"x".repeat(100)} `,
  `x${" ".repeat(200)}y`,
  "\u0344".repeat(60),
  "\ufb2c".repeat(34),
  "\u{1d160}".repeat(40),
  "e\u0301".repeat(100),
  "e\u0301".repeat(101),
  "a/".repeat(120),
  Array.from({ length: 101 }, (_, i) => `g${i}`).join("/"),
  `${"x".repeat(101)}/b`,
  "coach;king,/learner",
  "\u00ad",
  "\u0000",
  "\u202eann@x.org",
  "\u180e",
  "\u3164",
  "\u2800Ann\uffa0",
  "'\u00a0=1",
  "=1+1",
  "#N/A",
];
const defaultSets: [PersonField, unknown][][] = [
  [["teamLeader", "boss@x.org"]],
  [["team", "Team 2"]],
  [
    ["team", "Team 2"],
    ["teamLeader", "nope"],
  ],
  [["company", "Acme"]],
  [["company", " "]],
  [
    ["email", "all@x.org"],
    ["username", "All"],
  ],
  [["email", "nope"]],
  [
    ["groups", ["All", "A/B"]],
    ["roles", ["king"]],
  ],
  [
    ["groups", ["All"]],
    ["roles", ["coach"]],
    ["language", "fr"],
    ["deletionDate", "2020-01-01"],
  ],
  [
    ["groups", []],
    ["language", null],
    ["label", "x".repeat(101)],
  ],
  [
    ["firstName", "-"],
    ["lastName", "-"],
    ["company", "-"],
    ["userType", "founder"],
  ],
  [
    ["identity.country", "BE"],
    ["identity.phone", "0470 12 34 56"],
  ],
  [["identity.phone", "0470 12 34 56"]],
  [
    ["identity.taxNumber", "1"],
    ["identity.nationality", "Atlantis"],
    ["identity.city", " "],
  ],
];

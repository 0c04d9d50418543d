import { type HandRow, isBlank } from "./by-hand-rows";
import { mostRows, pasteRows, readPaste } from "./paste-rows";
import { suggestUsernames } from "./suggested-usernames";

const row = (id: number, email = "", username = ""): HandRow => ({ id, email, username });
const people = (text: string, field: "email" | "username" = "email") =>
  readPaste(text, field)?.people.map(({ email, username }) => [email, username]);

describe("what is pasted into the grid (F27)", () => {
  it.each([
    [
      "a spreadsheet's two columns",
      "a@x.org\tanna\r\nb@x.org\tbea\r\n",
      [
        ["a@x.org", "anna"],
        ["b@x.org", "bea"],
      ],
    ],
    [
      "names in quotes, as mail programs write them, beside lines with cells",
      '"Zoë, Lee" <zoe@x.org>\nb@x.org\tbea\n"c@x.org"\t"cle ""C"""\n"Dee" <d@x.org>\tdee',
      [
        ["zoe@x.org", ""],
        ["b@x.org", "bea"],
        ["c@x.org", 'cle "C"'],
        ["d@x.org", "dee"],
      ],
    ],
    [
      "one column",
      "a@x.org\nb@x.org\n",
      [
        ["a@x.org", ""],
        ["b@x.org", ""],
      ],
    ],
    [
      "the columns the other way round",
      "anna\ta@x.org\nbea\tb@x.org",
      [
        ["a@x.org", "anna"],
        ["b@x.org", "bea"],
      ],
    ],
    [
      "empty lines and cells",
      "a@x.org\t\n\t\n\nb@x.org\tbea",
      [
        ["a@x.org", ""],
        ["b@x.org", "bea"],
      ],
    ],
    ["a row", "a@x.org\tanna", [["a@x.org", "anna"]]],
    [
      "a list with names",
      "Ann Lee <a@x.org>, b@x.org\nc@x.org;cid",
      [
        ["a@x.org", ""],
        ["b@x.org", ""],
        ["c@x.org", "cid"],
      ],
    ],
    [
      "names in a column of addresses",
      "Ann Lee <a@x.org>\tanna\nb@x.org\tbea",
      [
        ["a@x.org", "anna"],
        ["b@x.org", "bea"],
      ],
    ],
    ["a name and its address", "Ann Lee <a@x.org>", [["a@x.org", ""]]],
    [
      "what is no address, too",
      "a@x.org\tanna\nb@\tbea",
      [
        ["a@x.org", "anna"],
        ["b@", "bea"],
      ],
    ],
    [
      "more columns, of which nobody knows the usernames",
      "Ann\tLee\ta@x.org\nBea\tBo\tb@x.org",
      [
        ["a@x.org", ""],
        ["b@x.org", ""],
      ],
    ],
  ])("takes %s", (_, text, expected) => expect(people(text)).toEqual(expected));

  it.each([
    ["E-mail\tUsername\na@x.org\tanna"],
    ["Gebruikersnaam\tMailadres\nanna\ta@x.org"],
    ["First name\tEmail address\tLogin\nAnn\ta@x.org\tanna"],
    ["email;username\na@x.org;anna"],
  ])("knows the header row of %j, which is nobody", (text) => {
    expect(readPaste(text, "email")).toEqual({ people: [{ email: "a@x.org", username: "anna" }], hadHeader: true });
  });

  it("leaves a single cell to be pasted as text", () => {
    expect(readPaste("a@x.org\n", "email")).toBeNull();
    expect(readPaste("E-mail", "email")).toBeNull();
    expect(readPaste("", "email")).toBeNull();
  });

  it("goes into the middle: blank rows are filled, nothing that was typed is lost", () => {
    const rows = [row(1, "first@x.org"), row(2), row(3), row(4, "last@x.org"), row(5)];
    const pasted = readPaste("a@x.org\nb@x.org\nc@x.org", "email");
    const after = pasteRows(rows, 2, pasted as NonNullable<typeof pasted>);
    expect(after.rows.map(({ email }) => email)).toEqual([
      "first@x.org",
      "a@x.org",
      "b@x.org",
      "c@x.org",
      "last@x.org",
      "",
    ]);
    expect(new Set(after.rows.map(({ id }) => id)).size).toBe(6);
    expect(pasteRows(rows, 1, pasted as NonNullable<typeof pasted>).rows[0]).toEqual(rows[0]);
  });

  it("puts usernames alone beside the addresses that stand there", () => {
    expect(people("anna\nbea", "username")).toEqual([
      ["", "anna"],
      ["", "bea"],
    ]);
    const rows = [row(1, "a@x.org"), row(2, "b@x.org", "old"), row(3)];
    const pasted = readPaste("anna\nbea", "username");
    expect(pasteRows(rows, 1, pasted as NonNullable<typeof pasted>).rows.slice(0, 2)).toEqual([
      row(1, "a@x.org", "anna"),
      row(2, "b@x.org", "bea"),
    ]);
  });

  it("takes as many as there is room for, and says how many not", () => {
    const text = Array.from({ length: mostRows + 10 }, (_, i) => `p${i}@x.org`).join("\n");
    const pasted = readPaste(text, "email");
    const after = pasteRows([row(1, "first@x.org"), row(2)], 2, pasted as NonNullable<typeof pasted>);
    expect(after).toMatchObject({ taken: mostRows - 1, leftOut: 11 });
    expect(after.rows.filter((one) => !isBlank(one))).toHaveLength(mostRows);
  });
});

it("suggests a username for each row without one, numbered past those that are typed, suggested or taken (F10)", () => {
  const rows = [
    row(1, "ann.lee@x.org"),
    row(2, "ann.lee@y.org"),
    row(3, "bo@x.org", "ann.lee3"),
    row(4, "ann.lee@z.org"),
  ];
  const taken = new Set(["ann.lee"]);
  expect([...suggestUsernames(rows, (username) => taken.has(username))]).toEqual([
    [1, "ann.lee2"],
    [2, "ann.lee4"],
    [4, "ann.lee5"],
  ]);
});

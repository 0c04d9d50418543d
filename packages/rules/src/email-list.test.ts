import { parseEmailList } from "./email-list.js";

const emails = (text: string) => parseEmailList(text).people.map((person) => person.email);

it.each([
  "ann@x.org, bob@x.org, cid@x.org",
  "ann@x.org;bob@x.org;cid@x.org",
  "ann@x.org bob@x.org\tcid@x.org",
  "ann@x.org\nbob@x.org\r\n\r\n  cid@x.org,",
  "Ann <ann@x.org>, Bob Lee <bob@x.org>; <cid@x.org>",
  "\"Lee, Ann\" <ann@x.org>, Lee, Bob <bob@x.org>\n'Cid' <cid@x.org>",
  "ann@x.org,Bob<bob@x.org>,cid@x.org",
  "mailto:ann@x.org <mailto:bob@x.org> cid@x.org",
  '"ann@x.org","bob@x.org","cid@x.org"',
  "\ufeffann@x.org\u00a0bob@x.org\u200b,cid@x.org\u00a0",
])("finds the three addresses in %j (F5)", (text) => {
  expect(parseEmailList(text)).toMatchObject({ bad: [], repeated: [] });
  expect(emails(text)).toEqual(["ann@x.org", "bob@x.org", "cid@x.org"]);
});

it.each([
  ["Ann Lee <ann@x.org>", "Ann", "Lee"],
  ["ann@y.org, Ann Lee <ann@x.org>", "Ann", "Lee"],
  ["Lee, Ann <ann@x.org>", "Ann", "Lee"],
  ['"Lee, Ann" <ann@x.org>', "Ann", "Lee"],
  ["'Ann Lee' <ann@x.org>", "Ann", "Lee"],
  ["Élodie van den Berg <ann@x.org>", "Élodie", "van den Berg"],
  ["van den Berg, Élodie <ann@x.org>", "Élodie", "van den Berg"],
  ["J.-P. O'Neil <ann@x.org>", "J.-P.", "O'Neil"],
  ['Ann "The Boss" Lee <ann@x.org>', "Ann", "The Boss Lee"],
  ["Ann <ann@x.org>", "Ann", undefined],
  ["<ann@x.org>", undefined, undefined],
  ['"ann@x.org" <ann@x.org>', undefined, undefined],
  [`${"Ann ".repeat(30)}<ann@x.org>`, undefined, undefined],
])("reads the name in %j (F5)", (text, firstName, lastName) => {
  const person = parseEmailList(text).people.at(-1);
  expect([person?.email, person?.firstName, person?.lastName]).toEqual(["ann@x.org", firstName, lastName]);
});

it("keeps each entry as it was typed", () => {
  expect(parseEmailList(' Lee, Ann <Ann@X.org> ;"Bob" <bob@x.org>').people.map((person) => person.text)).toEqual([
    "Lee, Ann <Ann@X.org>",
    '"Bob" <bob@x.org>',
  ]);
});

it.each([
  ["ann@x, bob@x.org", ["ann@x"]],
  ["Ann Lee, bob@x.org", ["Ann", "Lee"]],
  ["annx.org, Bob <bob@x.org>", ["annx.org"]],
  ["Please ask all of the following, Bob <bob@x.org>", ["Please", "ask", "all", "of", "the", "following"]],
  ["Ann <ann@x>, bob@x.org", ["Ann <ann@x>"]],
  ["Ann <ann@x.org, bob@x.org", ["Ann", "<ann@x.org"]],
  ["ann@x.org@y.org; bob@x.org", ["ann@x.org@y.org"]],
  ['"Ann, bob@x.org', ['"Ann']],
  ["<script>alert(1)</script> bob@x.org", ["<script>", "alert(1)", "</script>"]],
  ["mailto:ann@x.org?cc=all@x.org bob@x.org", ["mailto:ann@x.org?cc=all@x.org"]],
])("names what is bad in %j, and keeps the good (F5)", (text, bad) => {
  const list = parseEmailList(text);
  expect(list.bad.map((entry) => entry.text)).toEqual(bad);
  expect(list.people.map((person) => person.email)).toEqual(["bob@x.org"]);
});

it("says when an address is too long", () => {
  const text = `${"x".repeat(300)}@x.org`;
  expect(parseEmailList(text).bad).toEqual([{ text, code: "TOO_LONG" }]);
});

it("takes an address once, however it is cased or spelled, and names it as repeated (F5, F11)", () => {
  const list = parseEmailList(
    "ann@bücher.example, Ann@xn--bcher-kva.example, ANN@BÜCHER.example, \u212aim@x.org, kim@x.org",
  );
  expect(list.people.map((person) => person.email)).toEqual(["ann@bücher.example", "\u212aim@x.org", "kim@x.org"]);
  expect(list.repeated).toHaveLength(2);
});

it.each(["", " \n\t,;,;\u00a0", '"" ""'])("finds nothing in %j", (text) => {
  expect(parseEmailList(text)).toEqual({ people: [], bad: [], repeated: [] });
});

it("reads long text of anything in time that grows with its length: else this would not end within the test's time", () => {
  for (const part of ["<", '"', "a ", "a,", '"\\', "a@x.org ", "<a", '"a\n', "Ann <ann@x.org>,", "\ud800"]) {
    const read = parseEmailList(part.repeat(200_000 / part.length));
    expect(read.people.every(({ email }) => email === "a@x.org" || email === "ann@x.org")).toBe(true);
  }
});

import type { Availability } from "../../gql/graphql";
import { addAddresses, countAddresses, isInQuotes, isWholeAddress, takeTyped } from "./address-entry";

it("takes addresses by comma, semicolon, space and line, with names (F5)", () => {
  const entries = addAddresses([], "a@x.org, b@x.org;c@x.org d@x.org\nAnn Lee <ann@x.org>");
  expect(entries.map(({ email }) => email)).toEqual(["a@x.org", "b@x.org", "c@x.org", "d@x.org", "ann@x.org"]);
  expect(entries[4]).toMatchObject({ firstName: "Ann", lastName: "Lee" });
});

it("keeps and names what is no address (F5)", () => {
  expect(addAddresses([], "a@x.org nonsense b@")).toEqual([
    expect.objectContaining({ email: "a@x.org" }),
    { text: "nonsense", code: "EMAIL_MALFORMED" },
    { text: "b@", code: "EMAIL_MALFORMED" },
  ]);
});

it("adds nobody twice, however the address is cased", () => {
  const once = addAddresses([], "Ann@X.org");
  expect(addAddresses(once, "ann@x.org, bo@x.org").map(({ email }) => email)).toEqual(["ann@x.org", "bo@x.org"]);
});

it.each([
  ["c@x.org", ["a@x.org", "c@x.org"], ""],
  [" A@x.org ", ["a@x.org"], ""],
  ["Lee, Ann <ann@x.org>", ["a@x.org", "ann@x.org"], ""],
  ["c@x.org, half d@x.org b@", ["a@x.org", "c@x.org", "d@x.org"], "half; b@"],
  ["no address ", ["a@x.org"], "no address "],
  [" , ", ["a@x.org"], ""],
])("leaving %j among the text takes its addresses, and keeps the rest to be corrected (F5)", (typed, emails, rest) => {
  const taken = takeTyped({ entries: addAddresses([], "a@x.org"), typed });
  expect(taken.entries.map(({ email }) => email)).toEqual(emails);
  expect(taken.typed).toBe(rest);
});

it.each([
  ["ann@x.org", true],
  ["Ann", false],
  ["Ann Lee <ann@x.org", false],
  ["ann@", false],
])("a space after %j ends an address: %s", (text, ends) => {
  expect(isWholeAddress(text)).toBe(ends);
});

it.each([
  ['"Lee', true],
  ['"Lee, Ann" <ann@x.org>', false],
  ["ann@x.org", false],
])("a comma after %j is part of a name: %s", (text, isPart) => {
  expect(isInQuotes(text)).toBe(isPart);
});

it("counts before anything is sent what will happen", () => {
  const entries = addAddresses([], "new@x.org here@x.org asked@x.org unknown@x.org bad");
  const known = new Map<string, Availability>([
    ["new@x.org", "FREE"],
    ["here@x.org", "TAKEN"],
    ["asked@x.org", "INVITED"],
  ]);
  expect(countAddresses(entries, known)).toEqual({ good: 4, bad: 1, taken: 1, invited: 1, fresh: 2 });
});

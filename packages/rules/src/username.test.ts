import { deriveUsername, numberUsername, parseUsername } from "./username.js";

describe("a username", () => {
  it.each([
    ["ann.lee", "ann.lee"],
    [" Ann_Lee-2 ", "ann_lee-2"],
    ["7of9", "7of9"],
    ["__proto__".slice(2), "proto__"],
    ["a".repeat(64), "a".repeat(64)],
  ])("%j is kept as %j (F10)", (raw, username) => {
    expect(parseUsername(raw)).toEqual({ ok: true, username });
  });

  it.each([
    ["", "REQUIRED"],
    ["\u00a0\u200b", "REQUIRED"],
    ["a".repeat(65), "TOO_LONG"],
    ["a".repeat(1_000_000), "TOO_LONG"],
    ["ann@x.org", "USERNAME_MALFORMED"],
    ["ann lee", "USERNAME_MALFORMED"],
    [".ann", "USERNAME_MALFORMED"],
    ["-ann", "USERNAME_MALFORMED"],
    ["__proto__", "USERNAME_MALFORMED"],
    ["andré", "USERNAME_MALFORMED"],
    ["\u212aim", "USERNAME_MALFORMED"],
    ["ılgın", "USERNAME_MALFORMED"],
    ["ann\nlee", "USERNAME_MALFORMED"],
    ["<script>", "USERNAME_MALFORMED"],
    ["аnn", "USERNAME_MALFORMED"],
  ])("%j is refused as %s (F10)", (raw, code) => {
    expect(parseUsername(raw)).toEqual({ ok: false, code });
  });
});

it.each([
  ["Ann.Lee@x.org", "ann.lee"],
  ["ann.lee+work@x.org", "ann.lee.work"],
  ["andré.müller@x.org", "andre.muller"],
  ["søren.łukasz@x.org", "soren.lukasz"],
  ["groß@x.org", "gross"],
  ["ılgın@x.org", "ilgin"],
  ["o'brien@x.org", "obrien"],
  ["__proto__@x.org", "proto"],
  ["ann!#$%lee@x.org", "ann.lee"],
  ["иван@x.org", "user"],
  ["иван.lee@x.org", "lee"],
  ["明@x.org", "user"],
  ["...@x.org", "user"],
  ["\ud800@x.org", "user"],
  ["", "user"],
  ["Ann Lee", "ann.lee"],
  [`${"a".repeat(63)}.b@x.org`, "a".repeat(63)],
])("%j gives the username %j (F10)", (email, username) => {
  expect(deriveUsername(email)).toBe(username);
  expect(parseUsername(username)).toEqual({ ok: true, username });
});

it("derives from a very long text without delay", () => {
  for (const text of ["a", ".", "é", "\ud800", "'", "@"]) {
    expect(parseUsername(deriveUsername(text.repeat(1_000_000))).ok).toBe(true);
  }
});

it.each([
  ["ann.lee", 1, "ann.lee"],
  ["ann.lee", 2, "ann.lee2"],
  ["ann.lee", 1000, "ann.lee1000"],
  ["a".repeat(64), 12, `${"a".repeat(62)}12`],
])("of those who would be %j, number %i is %j (F10)", (base, n, username) => {
  expect(numberUsername(base, n)).toBe(username);
});

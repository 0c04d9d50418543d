import { cleanMessage } from "./message.js";
import { cleanText, nameKey, nextPrefix } from "./names.js";

describe("the key of a name", () => {
  it.each([
    ["Ann Lee", "ann lee"],
    ["  Ann \t\r\n Lee\u00a0", "ann lee"],
    ["Élodie", "elodie"],
    ["E\u0301lodie", "elodie"],
    ["Ｅlodie", "elodie"],
    ["ﬁnance", "finance"],
    ["ΟΔΟΣ", "οδοσ"],
    ["οδος", "οδοσ"],
    ["İstanbul", "istanbul"],
    ["Sales\u200b", "sales"],
    ["\ufeffSales", "sales"],
    ["Sa\u00adles", "sales"],
    ["Straße", "strasse"],
    ["STRASSE", "strasse"],
    ["STRAẞE", "strasse"],
    ["Йога", "иога"],
    ["की", "की"],
    ["¨", ""],
    ["", ""],
    ["__proto__", "__proto__"],
    ["a\ud800b", "a\ufffdb"],
  ])("of %j is %j", (text, key) => {
    expect(nameKey(text)).toBe(key);
  });

  it("does not merge what only shares some marks", () => {
    expect(nameKey("कि")).not.toBe(nameKey("का"));
    expect(nameKey("ø")).not.toBe(nameKey("o"));
  });

  it("of a key is the key itself, for every character", () => {
    for (let point = 0; point < 0x20000; point++) {
      const key = nameKey(`a${String.fromCodePoint(point)}b`);
      if (nameKey(key) !== key) throw new Error(`U+${point.toString(16)}: ${JSON.stringify([key, nameKey(key)])}`);
    }
  });

  it("begins with the key of the name's beginning, so that a search finds it while it is typed", () => {
    for (const name of ["Élodie", "Straße", "ΟΔΟΣΣΑ", "van den Berg", "İstanbul"]) {
      for (let end = 1; end <= name.length; end++)
        expect(nameKey(name).startsWith(nameKey(name.slice(0, end)))).toBe(true);
    }
  });
});

describe("the end of a prefix search", () => {
  it.each([
    ["ann", "ano"],
    ["a\u{10ffff}", "b"],
    ["\ud7ff", "\ue000"],
    ["\uffff", "\u{10000}"],
    ["a😀", "a😁"],
    ["\u{10ffff}\u{10ffff}", null],
    ["", null],
  ])("after %j is %j", (key, next) => {
    expect(nextPrefix(key)).toBe(next);
  });

  it("is above all that begin with the prefix, in the order of bytes", () => {
    const prefixes = ["a", "é", "\uffff", "😀", "a\u{10ffff}"];
    for (const prefix of prefixes) {
      const next = Buffer.from(nextPrefix(prefix) as string);
      for (const rest of ["", "z", "\u{10ffff}"]) expect(Buffer.compare(Buffer.from(prefix + rest), next)).toBe(-1);
    }
  });
});

describe("a line of text", () => {
  it.each([
    ["Ann Lee", "Ann Lee"],
    ["  Ann\r\n\tLee  ", "Ann Lee"],
    ["Ann\u00a0Lee\u202f", "Ann Lee"],
    ["Ann\r\nBcc: all@x.org", "Ann Bcc: all@x.org"],
    ["E\u0301lodie", "Élodie"],
    ["\ufeffAnn\u200b", "Ann"],
    ["\u202eeeL nnA\u202c", "eeL nnA"],
    ["Ann\u0000Lee\u007f", "Ann Lee"],
    ["می\u200cخواهم", "می\u200cخواهم"],
    ["a\ud800b", "a\ufffdb"],
    ["👩\u200d🚀", "👩\u200d🚀"],
    ["<script>", "<script>"],
    ["=cmd", "=cmd"],
    ["__proto__", "__proto__"],
    [" \u00a0 ", ""],
  ])("%j is kept as %j", (raw, text) => {
    expect(cleanText(raw, 100)).toEqual({ ok: true, text });
  });

  it("is measured in characters after cleaning, as the databases do", () => {
    expect(cleanText(`  ${"x".repeat(100)}  `, 100).ok).toBe(true);
    expect(cleanText("😀".repeat(100), 100).ok).toBe(true);
    expect(cleanText("e\u0301".repeat(100), 100).ok).toBe(true);
    expect(cleanText("x".repeat(101), 100)).toEqual({ ok: false, code: "TOO_LONG" });
    expect(cleanText("😀".repeat(101), 100)).toEqual({ ok: false, code: "TOO_LONG" });
  });

  it("is cleaned in time that grows with its length, however hostile: else this would not end", () => {
    for (const part of ["x", " ", "\u00a0", "e\u0301", "\u0301", "\ud800", "\u200b", " x", "\r\n"]) {
      const text = part.repeat(500_000);
      const line = cleanText(text, 100);
      expect(line.ok ? line.text : line.code).toMatch(/^(TOO_LONG)?$/);
      const message = cleanMessage(text);
      expect(message.ok ? message.text : message.code).toMatch(/^(TOO_LONG)?$/);
      expect(nameKey(text).length).toBeLessThanOrEqual(text.length);
    }
  });
});

it.each([
  ["Hello,\r\n\r\nwelcome.\rAnn\u2028", "Hello,\n\nwelcome.\nAnn"],
  [" \n ", ""],
  ["a\tb\u0000c", "a b c"],
])("the message %j is kept as %j (F4)", (raw, text) => {
  expect(cleanMessage(raw)).toEqual({ ok: true, text });
});

it("takes a message of 2,000 characters and no more (F4)", () => {
  expect(cleanMessage("x".repeat(2000)).ok).toBe(true);
  expect(cleanMessage("x".repeat(2001))).toEqual({ ok: false, code: "TOO_LONG" });
});

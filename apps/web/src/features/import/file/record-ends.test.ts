import { lastRecordEnd } from "./find-record-end";
import { parseRecords } from "./parse-records";

const bytes = (text: string) => new TextEncoder().encode(text);
const end = (text: string) => lastRecordEnd(bytes(text), 59, 10, false);

describe("a file is cut between records, never inside one (F37)", () => {
  it.each([
    ["after the last line break", "a;b\nc;d\ne", 8, false],
    ["before a quoted cell that goes on", 'a;b\nc;"d\ne', 4, true],
    ["after a quoted line break", 'a;"b\nb"\nc', 8, false],
    ["past escaped quotes", 'a;"b""\n"\nc', 9, false],
    ["past a quote inside a cell", 'a;5" screen\nc', 12, false],
    ["past text after a closing quote", 'a;"b"x\ny"\nc', 10, false],
    ["past spaces after a closing quote", 'a;"b" \nc', 7, false],
    ["past a carriage return", 'a;"b"\r\nc', 7, false],
    ["nowhere, when no record ends", 'a;"b', 0, true],
  ])("%s", (_, text, at, open) => {
    expect(end(text)).toEqual({ end: at, open });
  });

  it("gives the same rows as the whole file, wherever it is cut", () => {
    const next = random(7);
    const parts = ['"', '""', ";", "\n", "\r\n", "a", "é", " ", '"b"', '"c\nd"', ';"', '";', "\u00a0"];
    let compared = 0;
    for (let n = 0; n < 4000; n++) {
      const text = Array.from({ length: 30 }, () => parts[next() % parts.length]).join("");
      const whole = bytes(text);
      if (lastRecordEnd(whole, 59, 10, true).open) continue;
      const rows: string[][] = [];
      for (let start = 0; start < whole.length; ) {
        let length = 1 + (next() % 20);
        for (;;) {
          const atFileEnd = start + length >= whole.length;
          const block = whole.subarray(start, start + length);
          const found = lastRecordEnd(block, 59, 10, atFileEnd);
          if (found.end > 0 || atFileEnd) {
            const size = atFileEnd ? block.length : found.end;
            rows.push(...parseRecords(new TextDecoder().decode(block.subarray(0, size)), ";", "\n").rows);
            start += size;
            break;
          }
          length += 1 + (next() % 10);
        }
      }
      expect({ text, rows }).toEqual({ text, rows: parseRecords(text, ";", "\n").rows });
      compared++;
    }
    expect(compared).toBeGreaterThan(1000);
  });
});

describe("records", () => {
  it.each([
    [
      "line breaks of both kinds",
      "a;b\r\nc;d\ne;f\r\n",
      [
        ["a", "b"],
        ["c", "d"],
        ["e", "f"],
      ],
    ],
    ["empty rows", "a\r\n\r\n\nb", [["a"], [""], [""], ["b"]]],
    ["a quoted cell with spaces at the very end", 'a;"b" ', [["a", "b"]]],
    ["a quoted cell at the very end", 'a;"b"', [["a", "b"]]],
    ["a quoted line break with its carriage return", '"a\r\nb";c\r\n', [["a\r\nb", "c"]]],
    ["nothing", "", []],
    ["one empty row", "\n", [[""]]],
  ])("%s", (_, text, rows) => {
    expect(parseRecords(text, ";", "\n").rows).toEqual(rows);
  });

  it("takes lone carriage returns as line breaks when the file is written so", () => {
    expect(parseRecords('a;b\r"c\nc";d\r', ";", "\r").rows).toEqual([
      ["a", "b"],
      ["c\nc", "d"],
    ]);
  });

  it("names the rows whose quotes swallowed others, and no row with quotes inside a cell", () => {
    expect(parseRecords('a;b\n"c"x;d\ne;"f"\n"Acme "Best" Ltd";g\n', ";", "\n")).toEqual({
      rows: [["a", "b"], ['c"x;d\ne;"f'], ['Acme "Best" Ltd', "g"]],
      swallowed: [1],
    });
  });
});

function random(seed: number) {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
  };
}

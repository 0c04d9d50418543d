import { looksBinary, recogniseFormat } from "./recognise-format";

const bytes = (text: string) => Uint8Array.from(text, (char) => char.charCodeAt(0));
const zip = (name: string, more = "") => bytes(`PK\x03\x04${"\0".repeat(26)}${name}${more}`);

describe("a file that is no CSV is told what it is", () => {
  it.each([
    ["an Excel workbook", zip("[Content_Types].xml", "xl/workbook.xml"), { code: "SPREADSHEET", format: "xlsx" }],
    [
      "a workbook of LibreOffice",
      zip("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
      { code: "SPREADSHEET", format: "ods" },
    ],
    ["a Numbers file", zip("Index/Document.iwa"), { code: "SPREADSHEET", format: "numbers" }],
    [
      "an old Excel workbook",
      bytes("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1W\0o\0r\0k\0b\0o\0o\0k\0"),
      { code: "SPREADSHEET", format: "xls" },
    ],
    ["a Word document", zip("[Content_Types].xml", "word/document.xml"), { code: "NOT_A_CSV", format: "document" }],
    ["another archive", zip("people.csv"), { code: "NOT_A_CSV", format: "archive" }],
    ["a PDF", bytes("%PDF-1.7\n"), { code: "NOT_A_CSV", format: "pdf" }],
    ["a PNG", bytes("\x89PNG\r\n\x1a\n\0\0"), { code: "NOT_A_CSV", format: "image" }],
    ["a JPEG", bytes("\xff\xd8\xff\xe0"), { code: "NOT_A_CSV", format: "image" }],
    ["a gzip file", bytes("\x1f\x8b\x08"), { code: "NOT_A_CSV", format: "archive" }],
    ["a page named .xls", bytes("\n<html xmlns:x=excel><table>"), { code: "NOT_A_CSV", format: "web page" }],
    ["JSON", bytes('[{"email": "a@x.example"}]'), { code: "NOT_A_CSV", format: "json" }],
  ])("%s", (_, head, problem) => {
    expect(recogniseFormat(head)).toEqual(problem);
  });

  it.each([
    ["a list of people", "name,email\nAnn,a@x.example"],
    ["a header that begins with PK", "PK,email\n1,a@x.example"],
    ["an address in angle brackets", "<a@x.example>\n<b@x.example>"],
    ["a value in braces", "{1},email\n"],
  ])("%s may be a CSV", (_, text) => {
    expect(recogniseFormat(bytes(text))).toBeNull();
    expect(looksBinary(bytes(text))).toBe(false);
  });

  it("knows machine code by its control characters", () => {
    expect(looksBinary(Uint8Array.from({ length: 4000 }, (_, i) => (i * 7) % 256))).toBe(true);
  });
});

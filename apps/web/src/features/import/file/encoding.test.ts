import { decodeText } from "./decode-text";
import { detectEncoding } from "./detect-encoding";
import type { Encoding } from "./opened-file";

const utf8 = (text: string) => new TextEncoder().encode(text);
const western = (text: string) =>
  Uint8Array.from(text, (char) => (char === "€" ? 0x80 : char === "’" ? 0x92 : char.charCodeAt(0)));
const utf16 = (text: string, littleEndian: boolean) => {
  const bytes = new DataView(new ArrayBuffer(text.length * 2));
  for (let i = 0; i < text.length; i++) bytes.setUint16(i * 2, text.charCodeAt(i), littleEndian);
  return new Uint8Array(bytes.buffer);
};
const mark =
  (...bytes: number[]) =>
  (text: Uint8Array) =>
    Uint8Array.from([...bytes, ...text]);
const line = "Prénom;E-mail\r\nÉlise;elise@x.example\r\n";

describe("any real export is read in its encoding (F37)", () => {
  it.each<[string, Uint8Array, Encoding, number]>([
    ["UTF-8 with a mark", mark(0xef, 0xbb, 0xbf)(utf8(line)), "utf-8", 3],
    ["UTF-8 without a mark", utf8(line), "utf-8", 0],
    ["plain ASCII", utf8("name,email\nAnn,a@x.example\n"), "utf-8", 0],
    ["UTF-8 that is cut inside a character", utf8(line.repeat(3)).subarray(0, 3), "utf-8", 0],
    ["UTF-16 LE with a mark", mark(0xff, 0xfe)(utf16(line, true)), "utf-16le", 2],
    ["UTF-16 BE with a mark", mark(0xfe, 0xff)(utf16(line, false)), "utf-16be", 2],
    ["UTF-16 LE without a mark", utf16(line, true), "utf-16le", 0],
    ["UTF-16 BE without a mark", utf16(line, false), "utf-16be", 0],
    ["UTF-16 of another alphabet", utf16("имя;почта\r\nИван;ivan@x.example\r\n", true), "utf-16le", 0],
    ["Windows-1252", western(line), "windows-1252", 0],
  ])("%s", (_, bytes, encoding, bom) => {
    expect(detectEncoding(bytes)).toEqual({ encoding, bom });
  });

  it("reads the euro sign and curly quotes of Windows-1252", () => {
    expect(decodeText(western("5 € d’été"), "windows-1252").text).toBe("5 € d’été");
  });

  it("reads each line of a joined file in its own encoding", () => {
    const joined = Uint8Array.from([...utf8("Chloé\n"), ...western("Zoé\n"), ...utf8("Ann\n")]);
    expect(decodeText(joined, "utf-8")).toEqual({ text: "Chloé\nZoé\nAnn\n", otherLines: 1 });
    expect(decodeText(joined, "windows-1252")).toEqual({ text: "Chloé\nZoé\nAnn\n", otherLines: 1 });
  });

  it("leaves capital letters with marks alone in Windows-1252", () => {
    expect(decodeText(western("ÉLÈVE À ÂGE"), "windows-1252")).toEqual({ text: "ÉLÈVE À ÂGE", otherLines: 0 });
  });
});

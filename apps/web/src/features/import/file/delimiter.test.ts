import { detectDelimiter, detectNewline, separatorLine } from "./detect-delimiter";

describe("what parts the columns is found out (F37)", () => {
  it.each([
    ["commas", "first_name,last_name,email\nAnn,Lee,a@x.example\n", ","],
    ["semicolons", "nom;e-mail\nDupont;d@x.example\n", ";"],
    ["tabs", "nom\te-mail\nDupont\td@x.example\n", "\t"],
    ["pipes", "nom|e-mail\nDupont|d@x.example\n", "|"],
    ["semicolons, with a comma in every cell", "nom;adresse\nA;1, rue B, Lille\nC;2, rue D, Namur\n", ";"],
    ["semicolons, with ragged rows", "a;b;c\n1;2\n1;2;3;4\n1;2;3\n1\n", ";"],
    ["commas, with slashes and pipes in cells", "name,groups\nAnn,a|b\nBob,c|d\n", ","],
    ["semicolons in a header alone", "nom;e-mail", ";"],
    ["commas, with quoted line breaks", 'name,note\nAnn,"a;\nb;"\nBob,"c;\nd;"\n', ","],
    ["semicolons, with decimal commas", "nom;note;taux\nA;1,5;2,5\nB;3,5;4,5\n", ";"],
  ])("%s", (_, text, delimiter) => {
    expect(detectDelimiter(text, "\n")).toEqual({ delimiter, separates: true });
  });

  it("knows a file of one column, and takes what is rarest in its cells", () => {
    expect(detectDelimiter("email\na@x.example\nb@x.example\n", "\n")).toEqual({ delimiter: ",", separates: false });
    expect(detectDelimiter("name\nLee, Ann\nLee, Bob\n", "\n").separates).toBe(false);
    expect(detectDelimiter("name\nLee, Ann\nLee, Bob\n", "\n").delimiter).not.toBe(",");
  });

  it.each([
    ["LF", "a,b\nc,d\n", "\n"],
    ["CRLF", "a,b\r\nc,d\r\n", "\n"],
    ["CR", "a,b\rc,d\r", "\r"],
    ["CR with line feeds in quoted cells", 'a,b\r"c\nc",d\r"e\n""e""",f\r', "\r"],
    ["a mix", "a,b\nc,d\r\ne,f\n", "\n"],
    ["one line", "a,b", "\n"],
  ])("finds %s", (_, text, newline) => {
    expect(detectNewline(text)).toBe(newline);
  });

  it.each([
    ["sep=;\r\nnom;mail", 7, ";"],
    ["SEP=,\nnom,mail", 6, ","],
    ['"sep=|"\nnom|mail', 8, "|"],
    ["sep=\t\nnom\tmail", 6, "\t"],
    ["separator;mail\n", 0, null],
    ["sep=~\nnom~mail", 6, null],
  ])("reads the separator line %j", (text, length, delimiter) => {
    expect(separatorLine(text)).toEqual({ length, delimiter });
  });
});

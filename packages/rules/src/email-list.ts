import { parseEmail } from "./email.js";
import { limits } from "./limits.js";
import { cleanText, nameKey } from "./names.js";
import { isOuter, trimOuter } from "./white-space.js";

export interface ListedPerson {
  email: string;
  key: string;
  firstName?: string;
  lastName?: string;
  /** As typed, the name included. */
  text: string;
}

export interface EmailList {
  /** Each address once, in the order of the text. */
  people: ListedPerson[];
  bad: { text: string; code: "TOO_LONG" | "EMAIL_MALFORMED" }[];
  /** Addresses that came more than once, each named once. */
  repeated: string[];
}

/**
 * Several addresses in one field (F5), parted by commas, semicolons, white space, line breaks, with or without names:
 * `ann@x.org; Bob Lee <bob@x.org>, "Lee, Cid" <cid@x.org>`, and as mail programs copy them, `Lee, Cid <cid@x.org>`. Every
 * word that is no address and no name before one is named as bad. Linear in the length of the text.
 */
export function parseEmailList(text: string): EmailList {
  const list: EmailList = { people: [], bad: [], repeated: [] };
  const people = new Map<string, ListedPerson>();
  const repeated = new Set<string>();

  function take(address: string, name: string, entry: string): void {
    const result = parseEmail(address);
    if (!result.ok) {
      list.bad.push({ text: entry, code: result.code === "TOO_LONG" ? "TOO_LONG" : "EMAIL_MALFORMED" });
    } else if (people.has(result.key)) {
      repeated.add(result.email);
    } else {
      people.set(result.key, { email: result.email, key: result.key, ...names(name, result.email), text: entry });
    }
  }

  /** Words that no address in angle brackets followed: each is an address of its own, or none. */
  const takeWords = (words: Token[]) => {
    for (const { kind, text } of words) if (kind !== "comma" && text !== "") take(withoutMailto(text), "", text);
  };

  let words: Token[] = [];
  for (const token of tokens(text)) {
    if (token.kind === "word" || token.kind === "quoted" || token.kind === "comma") {
      words.push(token);
    } else if (token.kind === "end") {
      takeWords(words);
      words = [];
    } else {
      const start = nameStart(words);
      takeWords(words.slice(0, start));
      const first = words[start];
      const entry = first ? text.slice(first.start, token.end) : text.slice(token.start, token.end);
      const name = words.slice(start).map((word) => (word.kind === "comma" ? "," : word.text));
      take(withoutMailto(token.text), name.join(" "), entry);
      words = [];
    }
  }
  takeWords(words);

  list.people = [...people.values()];
  list.repeated = [...repeated];
  return list;
}

interface Token {
  /** angle: what stands in <>. end: a semicolon or a line break, which no name crosses. */
  kind: "word" | "quoted" | "comma" | "angle" | "end";
  text: string;
  start: number;
  end: number;
}

function isLineBreak(text: string, i: number): boolean {
  const code = text.charCodeAt(i);
  return code === 0x0a || code === 0x0d || code === 0x2028 || code === 0x2029;
}

function isSpace(text: string, i: number): boolean {
  return isOuter(text.charCodeAt(i));
}

function* tokens(text: string): Generator<Token> {
  let i = 0;
  while (i < text.length) {
    const char = text[i] as string;
    const start = i;
    if (char === ";" || isLineBreak(text, i)) {
      yield { kind: "end", text: char, start, end: ++i };
    } else if (char === ",") {
      yield { kind: "comma", text: char, start, end: ++i };
    } else if (isSpace(text, i)) {
      i++;
    } else if (char === "<" || char === '"') {
      const end = closing(text, i);
      if (end < 0) {
        // nothing closes it: it belongs to the word that follows
        i = wordEnd(text, i + 1);
        yield { kind: "word", text: text.slice(start, i), start, end: i };
      } else {
        i = end + 1;
        yield { kind: char === "<" ? "angle" : "quoted", text: text.slice(start + 1, end), start, end: i };
      }
    } else {
      i = wordEnd(text, i);
      yield { kind: "word", text: text.slice(start, i), start, end: i };
    }
  }
}

/** Where the bracket or quote that opens at `start` closes, in the same line and before the next one opens; or -1. */
function closing(text: string, start: number): number {
  const close = text[start] === "<" ? ">" : '"';
  for (let i = start + 1; i < text.length; i++) {
    const char = text[i] as string;
    if (char === "\\" && close === '"') i++;
    else if (char === close) return i;
    else if (char === "<" || isLineBreak(text, i)) return -1;
  }
  return -1;
}

function wordEnd(text: string, start: number): number {
  let i = start;
  while (i < text.length) {
    const char = text[i] as string;
    if (char === "," || char === ";" || char === "<" || isSpace(text, i)) break;
    i++;
  }
  return i;
}

/** "de la Cruz Garcia, Ann": more words than that before a comma are no family name. */
const familyNameWords = 4;

/** Of the words before an address in angle brackets, the first that is part of the person's name. */
function nameStart(words: Token[]): number {
  let comma = -1;
  let start = words.length;
  for (let i = words.length - 1; i >= 0; i--) {
    const word = words[i] as Token;
    if (word.kind === "comma") {
      // one comma, as in "Lee, Ann <...>"; another one ends the entry before
      if (comma >= 0 || start === words.length) break;
      comma = i;
    } else if (word.kind === "quoted") {
      if (comma < 0) start = i;
      if (comma >= 0 || word.text.includes(",")) break;
    } else if (isName(word.text)) {
      start = i;
    } else {
      break;
    }
  }
  return comma - start > familyNameWords ? comma + 1 : start;
}

/** Letters, with what stands in names: "O'Neil", "J.-P.", "(Sales)". No digits, no address, nothing like "ann-x.org". */
function isName(word: string): boolean {
  return (
    word.length <= limits.lastName &&
    /^[\p{L}\p{M}.'’()-]+$/u.test(word) &&
    /\p{L}/u.test(word) &&
    !/\.\p{L}\p{L}/u.test(word)
  );
}

function withoutMailto(text: string): string {
  const address = trimOuter(text);
  return /^mailto:/i.test(address) ? address.slice("mailto:".length) : address;
}

/** First and last name out of "Ann Lee", "Lee, Ann", Outlook's "'Ann Lee'". None when it is too long, or the address once more. */
function names(raw: string, email: string): { firstName?: string; lastName?: string } {
  const result = cleanText(raw.replace(/\\(.)/g, "$1").replace(/ ,/g, ","), limits.firstName);
  if (!result.ok || result.text === "" || nameKey(result.text).includes(email)) return {};
  const name = /^'[^']+'$/.test(result.text) ? result.text.slice(1, -1) : result.text;
  const comma = /^([^,]+), ?([^,]+)$/.exec(name);
  if (comma) return { firstName: comma[2] as string, lastName: comma[1] as string };
  const [firstName = "", ...rest] = name.split(" ");
  return rest.length > 0 ? { firstName, lastName: rest.join(" ") } : { firstName };
}

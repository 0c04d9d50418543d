import { columnWords } from "@usher/rules/column-words";
import { parseEmailList } from "@usher/rules/email-list";
import { wordKey } from "@usher/rules/word-key";
import Papa from "papaparse";
import { type HandField, type HandRow, isBlank, nextId, withRoom } from "./by-hand-rows";

/** More rows than that are a file. */
export const mostRows = 5000;

/** People out of the clipboard. */
export interface Pasted {
  people: { email: string; username: string }[];
  /** A first line that names its columns was left out. */
  hadHeader: boolean;
}

/**
 * What was copied from a spreadsheet or a list: an address and perhaps a username a line. Tells the two columns apart by a header
 * row, which is nobody, or by where the addresses stand. `field`: where a single column of words without "@" was pasted.
 * null: one cell, to be pasted as text.
 */
export function readPaste(text: string, field: HandField): Pasted | null {
  const used = cells(text).filter((line) => line.some((cell) => cell !== ""));
  const header = columnsOf(used[0] ?? []);
  const body = header ? used.slice(1) : used;
  const [only] = body;
  const isOneCell = body.length === 1 && only?.length === 1 && only[0] === text.trim();
  if (body.length === 0 || isOneCell) return null;
  const { email, username } = header ?? guess(body, field);
  const people = body.map((line) => ({ email: addressIn(cellOf(line, email)), username: cellOf(line, username) }));
  return { people, hadHeader: header !== null };
}

type Columns = Record<HandField, number | null>;

const cellOf = (line: readonly string[], column: number | null) => (column === null ? "" : (line[column] ?? ""));

/** As spreadsheets copy: a tab between cells, quotes around what holds a line break. Lists have neither. */
function cells(text: string): string[][] {
  const lines = text.includes("\t")
    ? Papa.parse<string[]>(text.trimEnd().replace(quotedName, inQuotes), { delimiter: "\t" }).data
    : text.split(/\r\n?|\n/).map((line) => [line]);
  return lines.flatMap(([first = "", ...more]) =>
    more.length === 0 ? words(first) : [[first, ...more].map((cell) => cell.trim())],
  );
}

/** A cell like `"Lee, Ann" <ann@x.org>`, whose quotes are its own. */
const quotedName = /(?<=^|[\t\r\n])"[^"\t\r\n]*"[^"\t\r\n][^\t\r\n]*(?=[\t\r\n]|$)/g;
const inQuotes = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;

/** A line of a list: names around addresses are understood, as in every field for several addresses (F5). */
function words(line: string): string[][] {
  if (!line.includes("@")) return [line.split(/[;,]/).map((word) => word.trim())];
  const { people, bad } = parseEmailList(line);
  const [first] = people;
  // "ann@x.org;ann", "ann@x.org ann": an address and its username
  if (people.length === 1 && bad.length === 1 && !bad[0]?.text.includes("@")) {
    return [[first?.email ?? "", bad[0]?.text ?? ""]];
  }
  return [...people.map(({ email }) => [email]), ...bad.map((entry) => [entry.text])];
}

/** The address in a cell that holds a name too; else the cell. */
function addressIn(cell: string): string {
  if (!cell.includes("<")) return cell;
  const { people, bad } = parseEmailList(cell);
  return people.length === 1 && bad.length === 0 ? (people[0]?.email ?? cell) : cell;
}

/** null when this line does not name its columns. */
function columnsOf(line: readonly string[]): Columns | null {
  if (line.some((cell) => cell.includes("@"))) return null;
  const named = line.map((cell) => columnWords.get(wordKey(cell)));
  const find = (column: HandField) => (named.includes(column) ? named.indexOf(column) : null);
  const columns = { email: find("email"), username: find("username") };
  return columns.email === null && columns.username === null ? null : columns;
}

/** The column with the most addresses is theirs. Of two columns the other one holds usernames; of more, nobody knows. */
function guess(body: readonly (readonly string[])[], field: HandField): Columns {
  const width = Math.max(...body.map((line) => line.length));
  const addresses = Array.from({ length: width }, (_, i) => body.filter((line) => line[i]?.includes("@")).length);
  const most = Math.max(...addresses);
  if (width === 1) return most > 0 || field === "email" ? { email: 0, username: null } : { email: null, username: 0 };
  const email = addresses.indexOf(most);
  return { email, username: width === 2 ? 1 - email : null };
}

/** Rows after a paste. */
export interface WithPasted {
  rows: HandRow[];
  /** How many people found a place, and how many there was no room for. */
  taken: number;
  leftOut: number;
}

/**
 * Puts people in at a row. Blank rows from there on are filled first, the others move down: nothing that was typed is written
 * over. Usernames alone go beside the addresses that stand there.
 */
export function pasteRows(rows: readonly HandRow[], at: number, { people }: Pasted): WithPasted {
  const place = Math.max(
    0,
    rows.findIndex(({ id }) => id === at),
  );
  if (people.every(({ email }) => email === "")) return usernamesBeside(rows, place, people);
  const before = rows.slice(0, place);
  const after = rows.slice(place);
  const [first] = after;
  if (first && !isBlank(first)) before.push(after.shift() as HandRow);
  const blanks = after.findIndex((row) => !isBlank(row));
  const rest = after.slice(blanks < 0 ? after.length : Math.min(blanks, people.length));
  const room = mostRows - before.length - rest.filter((row) => !isBlank(row)).length;
  const taken = people.slice(0, Math.max(0, room));
  const id = nextId(rows);
  const filled = taken.map((person, i): HandRow => ({ id: id + i, ...person }));
  return {
    rows: withRoom([...before, ...filled, ...rest]),
    taken: taken.length,
    leftOut: people.length - taken.length,
  };
}

function usernamesBeside(rows: readonly HandRow[], place: number, people: Pasted["people"]): WithPasted {
  const room = Math.max(0, mostRows - place);
  const next = [...rows];
  const id = nextId(rows);
  people.slice(0, room).forEach(({ username }, i) => {
    const row = next[place + i] ?? { id: id + i, email: "", username: "" };
    next[place + i] = { id: row.id, email: row.email, username };
  });
  const taken = Math.min(room, people.length);
  return { rows: withRoom(next), taken, leftOut: people.length - taken };
}

import { type EmailResult, parseEmail } from "@usher/rules/email";
import { deriveUsername, parseUsername, type UsernameResult } from "@usher/rules/username";
import type { PersonOutcome, UserErrorCode } from "../../gql/graphql";

/** One person typed by hand: an address and a username are all that is needed (F27). */
export interface HandRow {
  id: number;
  email: string;
  username: string;
  /** Why the server refused it the last time, until it is changed. */
  refused?: HandResult["errors"];
}

export type HandField = "email" | "username";

/** What came of a row that was sent. */
export interface HandResult {
  outcome: PersonOutcome;
  link: string | null;
  errors: readonly { code: UserErrorCode; message: string }[];
}

export const isBlank = ({ email, username }: HandRow): boolean => email.trim() === "" && username.trim() === "";

interface ReadRow {
  email: EmailResult;
  /** null: none was typed. */
  username: UsernameResult | null;
  /** What the address would give; null without one. */
  derived: string | null;
}

const read = new WeakMap<HandRow, ReadRow>();

/** A row as it is understood. Each is read once: of thousands, one changes at a time. */
export function readRow(row: HandRow): ReadRow {
  let known = read.get(row);
  if (!known) {
    const email = parseEmail(row.email);
    known = {
      email,
      username: row.username.trim() === "" ? null : parseUsername(row.username),
      derived: email.ok ? deriveUsername(email.email) : null,
    };
    read.set(row, known);
  }
  return known;
}

export type RowProblem = "REQUIRED" | "EMAIL_MALFORMED" | "USERNAME_MALFORMED" | "TOO_LONG" | "DUPLICATE_IN_INPUT";
export type RowProblems = ReadonlyMap<number, { email?: RowProblem; username?: RowProblem }>;

/** What is wrong with each row, by its id: the first of those who say the same is fine. Blank rows are nobody. */
export function rowProblems(rows: readonly HandRow[]): RowProblems {
  const problems = new Map<number, { email?: RowProblem; username?: RowProblem }>();
  const seen = new Set<string>();
  const claim = (key: string): RowProblem | undefined => {
    if (seen.has(key)) return "DUPLICATE_IN_INPUT";
    seen.add(key);
    return undefined;
  };
  for (const row of rows) {
    if (isBlank(row)) continue;
    const { email, username } = readRow(row);
    const found = {
      email: email.ok ? claim(`email ${email.key}`) : email.code,
      username: username === null ? undefined : username.ok ? claim(`username ${username.username}`) : username.code,
    };
    if (found.email || found.username) problems.set(row.id, found);
  }
  return problems;
}

/** Without the rows whose address stands in an earlier one. */
export function withoutRepeated(rows: readonly HandRow[], problems: RowProblems): HandRow[] {
  return withRoom(rows.filter(({ id }) => problems.get(id)?.email !== "DUPLICATE_IN_INPUT"));
}

/** Without one row. */
export const removeRow = (rows: readonly HandRow[], id: number): HandRow[] =>
  withRoom(rows.filter((row) => row.id !== id));

/** With what was typed in one cell. What the server said of the row is history then. */
export const typeInRow = (rows: readonly HandRow[], id: number, field: HandField, text: string): HandRow[] =>
  withRoom(rows.map((row) => (row.id === id ? { ...row, [field]: text, refused: undefined } : row)));

/** A blank row stays at the end, to go on typing. */
export function withRoom(rows: readonly HandRow[]): HandRow[] {
  const last = rows.at(-1);
  if (last && isBlank(last)) return [...rows];
  return [...rows, { id: nextId(rows), email: "", username: "" }];
}

export const someRows = (): HandRow[] => [1, 2, 3].map((id) => ({ id, email: "", username: "" }));

export function nextId(rows: readonly HandRow[]): number {
  let last = 0;
  for (const { id } of rows) if (id > last) last = id;
  return last + 1;
}

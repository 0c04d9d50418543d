import { parseEmail } from "@usher/rules/email";
import { parseUsername } from "@usher/rules/username";
import type { PersonOutcome, UserErrorCode } from "../../gql/graphql";

/** One person typed by hand: an address and a username are all that is needed (F27). */
export interface HandRow {
  id: number;
  email: string;
  username: string;
}

/** What came of a row that was sent. */
export interface HandResult {
  outcome: PersonOutcome;
  link: string | null;
  errors: readonly { code: UserErrorCode; message: string }[];
}

export const isBlank = ({ email, username }: HandRow): boolean => email.trim() === "" && username.trim() === "";

export type RowProblem = "REQUIRED" | "EMAIL_MALFORMED" | "USERNAME_MALFORMED" | "TOO_LONG" | "DUPLICATE_IN_INPUT";

/** What is wrong with each row, by its id: the first of those who say the same is fine. Blank rows are nobody. */
export function rowProblems(rows: readonly HandRow[]): Map<number, { email?: RowProblem; username?: RowProblem }> {
  const problems = new Map<number, { email?: RowProblem; username?: RowProblem }>();
  const seen = new Set<string>();
  const claim = (key: string): RowProblem | undefined => {
    if (seen.has(key)) return "DUPLICATE_IN_INPUT";
    seen.add(key);
    return undefined;
  };
  for (const row of rows) {
    if (isBlank(row)) continue;
    const email = parseEmail(row.email);
    const username = row.username.trim() === "" ? null : parseUsername(row.username);
    const found = {
      email: email.ok ? claim(`email ${email.key}`) : email.code,
      username: username === null ? undefined : username.ok ? claim(`username ${username.username}`) : username.code,
    };
    if (found.email || found.username) problems.set(row.id, found);
  }
  return problems;
}

/** A blank row stays at the end, to go on typing. */
export function withRoom(rows: readonly HandRow[]): HandRow[] {
  const last = rows.at(-1);
  if (last && isBlank(last)) return [...rows];
  return [...rows, { id: nextId(rows), email: "", username: "" }];
}

const nextId = (rows: readonly HandRow[]): number => Math.max(0, ...rows.map(({ id }) => id)) + 1;

/** Puts copied lines in at a row: an address each, with a username behind a tab, comma, semicolon or space. Null for a single one. */
export function pasteLines(rows: readonly HandRow[], at: number, text: string): HandRow[] | null {
  const lines = text.split(/\r\n?|\n/).filter((line) => line.trim() !== "");
  if (lines.length < 2) return null;
  let id = nextId(rows);
  const pasted = lines.map((line): HandRow => {
    const [email = "", username = ""] = line.trim().split(/[\t,; ]+/);
    return { id: id++, email, username };
  });
  const place = rows.findIndex((row) => row.id === at);
  const before = rows
    .slice(0, place)
    .concat(rows[place] && !isBlank(rows[place] as HandRow) ? [rows[place] as HandRow] : []);
  return withRoom([...before, ...pasted, ...rows.slice(place + 1)]);
}

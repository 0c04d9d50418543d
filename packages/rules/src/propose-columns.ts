import { distance } from "fastest-levenshtein";
import { columnHints, columnWords, companionWords, nameWords, unmistakable } from "./column-words.js";
import type { ImportColumn } from "./columns.js";
import { parseDate } from "./date.js";
import { parseEmail } from "./email.js";
import { parseLanguage } from "./language.js";
import { parseRole } from "./roles.js";
import { parseUserType } from "./user-type.js";
import { isBlank } from "./white-space.js";
import { wordKey } from "./word-key.js";

/** One entry a column of the file in each list. */
export interface ColumnProposal {
  /** What to map; no column of Usher twice. */
  columns: (ImportColumn | null)[];
  /** Why: by its header, by its values. "similar": not mapped, but there is a suggestion. */
  how: ("header" | "values" | "similar" | null)[];
  /** What an unmapped column might be. For a person to say yes or no to. */
  suggestions: (ImportColumn | null)[];
}

/** Of the cells that hold something, as many have to be e-mails (languages) before their column is taken for one. */
const mostly = 0.8;
const sampleSize = 200;
const longestHeader = 60;

/**
 * What the columns of a file are (F33): by their headers, exactly but for case, marks, punctuation and remarks in brackets;
 * then by a look at the values. What is only near, or would be a guess, is suggested and never chosen: "Username" is near
 * "surname".
 */
export function proposeColumns(header: readonly string[], sample: readonly (readonly string[])[]): ColumnProposal {
  const rows = sample.slice(0, sampleSize);
  const files = header.map(
    (text, i) =>
      new FileColumn(
        text,
        rows.map((row) => row[i] ?? "").filter((cell) => !isBlank(cell)),
      ),
  );
  const columns = header.map((): ImportColumn | null => null);
  const how = header.map((): ColumnProposal["how"][number] => null);
  const suggestions = header.map((): ImportColumn | null => null);

  const isFree = (column: ImportColumn) => !columns.includes(column);
  const choose = (i: number, column: ImportColumn, reason: "header" | "values") => {
    columns[i] = column;
    how[i] = reason;
  };
  const suggest = (i: number, column: ImportColumn | undefined) => {
    if (column === undefined || columns[i] !== null || suggestions[i] !== null || !isFree(column)) return;
    if (column === "username" && !(files[i] as FileColumn).mayBe(column)) return;
    suggestions[i] = column;
    how[i] = "similar";
  };

  const meant = headerMeanings(files);
  for (const column of new Set(meant)) {
    if (column === undefined) continue;
    const candidates = files.map((_, i) => i).filter((i) => meant[i] === column);
    const plausible = candidates.filter((i) => (files[i] as FileColumn).mayBe(column));
    // of two that are headed alike, the one with more to say
    const [best] = plausible.sort(
      (a, b) => (files[b] as FileColumn).fitting(column) - (files[a] as FileColumn).fitting(column),
    );
    if (best !== undefined) choose(best, column, "header");
  }

  for (const column of ["email", "language"] as const) {
    if (!isFree(column)) continue;
    const found = files
      .map((_, i) => i)
      .filter((i) => columns[i] === null && (files[i] as FileColumn).looksLike(column));
    if (found.length === 1) choose(found[0] as number, column, "values");
    else for (const i of found) suggest(i, column);
  }

  files.forEach((file, i) => {
    suggest(i, meant[i]);
    suggest(i, columnHints.get(file.key));
    if (file.looksLikeDates()) suggest(i, "deletion_date");
    suggest(i, nearest(file.key));
  });
  return { columns, how, suggestions };
}

/** What each header says, where need be by what stands beside it. */
function headerMeanings(files: readonly FileColumn[]): (ImportColumn | undefined)[] {
  const meant = files.map((file) => file.meaning());
  // "Name" and "Nom" are the last name where the first name has its own column
  const isNameLast = meant.includes("first_name") && !meant.includes("last_name");
  const isOfIdentity = meant.some((column) => unmistakable.has(column));
  return meant.map((column, i) => {
    const { key } = files[i] as FileColumn;
    if (column !== undefined) return column;
    if (isNameLast && nameWords.has(key)) return "last_name";
    return isOfIdentity ? companionWords.get(key) : undefined;
  });
}

/** Whom a column is about, as exports put it in front: "User email", "Employee first name". */
const owners = ["user", "employee", "learner", "student", "contact", "member", "participant", "staff"];

class FileColumn {
  readonly key: string;

  /** `cells`: those that are not empty. */
  constructor(
    readonly header: string,
    private readonly cells: readonly string[],
  ) {
    this.key = header.length > longestHeader ? "" : wordKey(header);
  }

  /** What its header means, word for word. */
  meaning(): ImportColumn | undefined {
    if (this.key === "") return undefined;
    const withoutRemark = wordKey(this.header.replace(/\([^()]*\)|\[[^[\]]*\]/g, ""));
    for (const key of [this.key, withoutRemark]) {
      const word = columnWords.get(key);
      if (word) return word;
      const owner = owners.find((name) => key.startsWith(name)) ?? "";
      const owned = columnWords.get(key.slice(owner.length));
      // a "user role" is rather what someone is in the whole of the other system
      if (owned && owned !== "role") return owned;
    }
    return undefined;
  }

  /** How many cells hold such a thing. */
  fitting(column: ImportColumn): number {
    return this.cells.filter((cell) => fits(cell, column)).length;
  }

  /**
   * Whether the values let it be what its header says. Team leaders are told by e-mail, so a column of their names is none;
   * nor is a column of job titles one of roles.
   */
  mayBe(column: ImportColumn): boolean {
    if (this.cells.length === 0) return true;
    if (column === "username") return this.cells.some((cell) => !cell.includes("@"));
    const mustFit = column === "email" || column === "team_leader" || column === "role" || column === "user_type";
    return !mustFit || this.fitting(column) > 0;
  }

  looksLike(column: "email" | "language"): boolean {
    if (this.cells.length === 0 || this.fitting(column) < mostly * this.cells.length) return false;
    // FR and NL alone may be countries
    return column === "email" || this.cells.some((cell) => !/^\s*(?:fr|nl)\s*$/i.test(cell));
  }

  /** Without a header that says which: a date of birth would be one too. */
  looksLikeDates(): boolean {
    const isUnnamed = this.key === "" || this.key === "date" || this.key === "datum";
    return isUnnamed && this.cells.length > 0 && this.cells.every((cell) => isDate(cell));
  }
}

function fits(cell: string, column: ImportColumn): boolean {
  switch (column) {
    case "email":
    case "team_leader":
      return parseEmail(cell).ok;
    case "language":
      return parseLanguage(cell) !== undefined;
    case "role":
      return cell.split(/[/,;]/, 10).some((word) => parseRole(word) !== undefined);
    case "user_type":
      return parseUserType(cell) !== undefined;
    case "deletion_date":
    case "date_of_birth":
      return isDate(cell);
    default:
      return true;
  }
}

function isDate(cell: string): boolean {
  return parseDate(cell, "dmy").ok || parseDate(cell, "mdy").ok;
}

/** The column whose word is nearest, if it is near enough and no other column's is as near. */
function nearest(key: string): ImportColumn | undefined {
  if (key.length < 4) return undefined;
  const allowed = key.length < 6 ? 1 : 2;
  let best = allowed + 1;
  let columns = new Set<ImportColumn>();
  for (const [word, column] of columnWords) {
    if (word.length < 4 || Math.abs(word.length - key.length) > allowed) continue;
    const away = distance(word, key);
    if (away > best) continue;
    if (away < best) columns = new Set();
    best = away;
    columns.add(column);
  }
  return columns.size === 1 && best <= allowed ? [...columns][0] : undefined;
}

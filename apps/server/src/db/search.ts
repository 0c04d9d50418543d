import { parseEmail } from "@usher/rules/email";
import { nameKey } from "@usher/rules/names";
import { all, equals, startsWith } from "./condition.js";
import type { Branch } from "./keyset-list.js";

/** A column that is searched by itself, and an index that begins with it. */
export interface SearchedColumn {
  property: string;
  holds: "email" | "username";
  index: string;
  isUnique?: boolean;
}

/** The two indexes in which people stand by name: `lastKey`, `firstKey` and the other way round. */
export interface SearchedNames {
  byLastName: string;
  byFirstName: string;
}

/** Nothing that is searched is longer. */
const longest = 254;

/** Where "van den" ends and "Berg" begins is tried in this many places. */
const mostSplits = 3;

/** What to look for; null when nothing was asked for. */
export function searchText(raw: string | null | undefined): string | null {
  const text = raw?.trim() ?? "";
  return text === "" ? null : text;
}

/**
 * The branches of a search: each column, last name, first name, then both names together, each in the order of an index that
 * it is read from. Rows that an earlier branch has shown are passed over. (One statement with OR, ordered by name, takes up to
 * 2 s at 1,000,000 rows.)
 */
export function searchBranches(text: string, columns: readonly SearchedColumn[], names: SearchedNames): Branch[] {
  if (text.length > longest) return [];
  const branches = [...columns.map((column) => byColumn(text, column)), ...byNames(nameKey(text), names)];
  return branches.map((branch, i) => ({ ...branch, unless: branches.slice(0, i).map(({ where }) => all(...where)) }));
}

function byColumn(text: string, { property, holds, index, isUnique = false }: SearchedColumn): Branch {
  const prefix = holds === "email" ? emailPrefix(text) : lowerAscii(text);
  return { keys: [property], index, isUnique, where: [startsWith(property, prefix)] };
}

function byNames(key: string, { byLastName, byFirstName }: SearchedNames): Branch[] {
  // nothing is left of marks alone, and every name begins with nothing
  if (key === "") return [];
  const last = { keys: ["lastKey", "firstKey"], index: byLastName };
  const first = { keys: ["firstKey", "lastKey"], index: byFirstName };
  return [
    { ...last, where: [startsWith("lastKey", key)] },
    { ...first, where: [startsWith("firstKey", key)] },
    ...splits(key).flatMap(([head, tail]) => [
      { ...first, where: [equals("firstKey", head), startsWith("lastKey", tail)] },
      { ...last, where: [equals("lastKey", head), startsWith("firstKey", tail)] },
    ]),
  ];
}

/** "ann van lee": ann + van lee, ann van + lee. */
function splits(key: string): [head: string, tail: string][] {
  const words = key.split(" ");
  return Array.from({ length: Math.min(words.length - 1, mostSplits) }, (_, i) => [
    words.slice(0, i + 1).join(" "),
    words.slice(i + 1).join(" "),
  ]);
}

/** A whole address is looked for by its key; a part of one cannot be turned into A-labels yet. */
function emailPrefix(text: string): string {
  const address = parseEmail(text);
  return address.ok ? address.key : lowerAscii(text);
}

const lowerAscii = (text: string): string => text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());

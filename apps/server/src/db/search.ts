import { parseEmail } from "@usher/rules/email";
import { nameKey } from "@usher/rules/names";
import { type Condition, startsOtherwise, startsWith } from "./condition.js";
import type { Branch } from "./keyset-list.js";

/** What may be searched: which property, and whether it holds an address, a username or the key of a name. */
export interface SearchedColumn {
  property: string;
  holds: "email" | "username" | "name";
  /** The index that begins with it, and the properties that come next in it. */
  index: string;
  furtherKeys?: readonly string[];
  isUnique?: boolean;
}

/** Nothing that is searched is longer. */
const longest = 254;

/** What to look for; null when nothing was asked for. */
export function searchText(raw: string | null | undefined): string | null {
  const text = raw?.trim() ?? "";
  return text === "" ? null : text;
}

/**
 * The branches of a search: one for each column, in that column's own order, so that each is read from its index. Rows
 * that an earlier branch has shown are passed over. (One statement with OR, ordered by name, takes up to 2 s at
 * 1,000,000 rows.)
 */
export function searchBranches(text: string, columns: readonly SearchedColumn[]): Branch[] {
  if (text.length > longest) return [];
  const earlier: Condition[] = [];
  return columns.flatMap(({ property, holds, index, furtherKeys = [], isUnique = false }) => {
    const prefix = prefixFor(text, holds);
    // nothing is left of marks alone, and everything begins with nothing
    if (prefix === "") return [];
    const branch = {
      keys: [property, ...furtherKeys],
      index,
      isUnique,
      where: [startsWith(property, prefix), ...earlier],
    };
    earlier.push(startsOtherwise(property, prefix));
    return [branch];
  });
}

function prefixFor(text: string, holds: SearchedColumn["holds"]): string {
  if (holds === "name") return nameKey(text);
  if (holds === "username") return lowerAscii(text);
  // a whole address is looked for by its key; a part of one cannot be turned into A-labels yet
  const address = parseEmail(text);
  return address.ok ? address.key : lowerAscii(text);
}

const lowerAscii = (text: string): string => text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());

import { nameKey } from "@usher/rules/names";

/** As wide as the columns for keys of names. */
const width = 200;

/**
 * What a name is ordered, searched and told apart by, cut to its column: decomposing may lengthen a name many times over.
 * "" for none.
 */
export function sortKey(name: string | null): string {
  if (name === null) return "";
  const key = nameKey(name);
  return key.length <= width ? key : [...key].slice(0, width).join("");
}

/** sortKey for a batch: the same names come again and again. */
export function rememberingSortKey(): (name: string | null) => string {
  const known = new Map<string | null, string>();
  return (name) => {
    const key = known.get(name) ?? sortKey(name);
    known.set(name, key);
    return key;
  };
}

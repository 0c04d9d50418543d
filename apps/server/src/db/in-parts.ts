/** Above 1,000 MariaDB turns an IN list into a join with a temporary table, which is slower here. */
const partSize = 900;

/** The list in parts that an IN list takes. */
export function inParts<Item>(list: readonly Item[]): Item[][] {
  const count = Math.ceil(list.length / partSize);
  return Array.from({ length: count }, (_, i) => list.slice(i * partSize, (i + 1) * partSize));
}

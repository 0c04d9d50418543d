import { numberUsername } from "@usher/rules/username";
import { type HandRow, readRow } from "./by-hand-rows";

/**
 * The username that each row without one will most likely get, by the row's id: derived from the address, with a number past those
 * that are typed here, suggested above or known to be taken (F10). The server decides when it makes them.
 */
export function suggestUsernames(
  rows: readonly HandRow[],
  isTaken: (username: string) => boolean,
): ReadonlyMap<number, string> {
  const used = new Set<string>();
  for (const row of rows) {
    const { username } = readRow(row);
    if (username?.ok) used.add(username.username);
  }
  const numbers = new Map<string, number>();
  const suggested = new Map<number, string>();
  for (const row of rows) {
    const { username, derived } = readRow(row);
    if (username !== null || derived === null) continue;
    let n = numbers.get(derived) ?? 1;
    while (used.has(numberUsername(derived, n)) || isTaken(numberUsername(derived, n))) n++;
    const free = numberUsername(derived, n);
    used.add(free);
    numbers.set(derived, n + 1);
    suggested.set(row.id, free);
  }
  return suggested;
}

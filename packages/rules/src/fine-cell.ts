import { parseEmail, plainEmailKey } from "./email.js";
import { limits } from "./limits.js";
import { parseUsername } from "./username.js";
import { isOuter } from "./white-space.js";

// Each answers "surely fine" or "have a closer look", never "wrong": that is for checkPerson to say.

const apostrophe = 0x27;

/** The key of an address, or "". An apostrophe in front may be one that an export put there. */
export function fineEmailKey(cell: string): string {
  const plain = plainEmailKey(cell);
  if (plain !== "") return plain;
  const result = parseEmail(cell);
  return result.ok && result.key.charCodeAt(0) !== apostrophe ? result.key : "";
}

const plainUsername = /^[a-z0-9][a-z0-9._-]{0,63}$/;

/** The username, or "". */
export function fineUsername(cell: string): string {
  if (plainUsername.test(cell)) return cell;
  const result = parseUsername(cell);
  return result.ok ? result.username : "";
}

/** NFC makes a text three times as long at most, and longer only beyond U+02FF. */
const surelyShort = Math.floor(limits.lastName / 3);

/**
 * Whether there is something to see in it, and every name cut out of it is within its limit after cleaning (all names have
 * the same).
 */
export function isFineName(cell: string): boolean {
  let start = 0;
  while (start < cell.length && isOuter(cell.charCodeAt(start))) start++;
  if (start === cell.length) return false;
  if (cell.length <= surelyShort) return true;
  if (cell.length > limits.lastName) return false;
  for (let i = start; i < cell.length; i++) if (cell.charCodeAt(i) >= 0x300) return false;
  return true;
}

const differentCells = 1000;

/** The same answer for the same cell: columns of languages, roles, types and dates have few different ones. */
export function remember(isFine: (cell: string) => boolean): (cell: string) => boolean {
  const answers = new Map<string, boolean>();
  let lastFine = "";
  return (cell) => {
    if (cell === lastFine) return true;
    let fine = answers.get(cell);
    if (fine === undefined) {
      fine = isFine(cell);
      // a copy: engines cut a cell out of the file's text without copying, and keeping the one would keep the other
      if (answers.size < differentCells) answers.set(` ${cell}`.slice(1), fine);
    }
    if (fine) lastFine = cell;
    return fine;
  };
}

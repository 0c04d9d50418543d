import { randomBytes } from "node:crypto";

/** The twelve bits behind the version, which count within a millisecond (RFC 9562, 6.2, method 1). */
const counters = Array.from({ length: 4_096 }, (_, i) => `7${i.toString(16).padStart(3, "0")}`);
/** The hexadecimal digits of an id's last 64 bits; randomness is drawn for 512 of them at once. */
const randomDigits = 16;
const drawn = 512;

let moment = 0;
let prefix = "";
let counter = 0;
let pool = "";
let at = 0;

/**
 * A new id: UUIDv7 (RFC 9562), lower case. Ids sort in the order of their making, within a millisecond too, so that rows of
 * a batch lie, and are listed, in the order in which they were given.
 */
export function newId(): string {
  const now = Date.now();
  if (now > moment) begin(now);
  else if (++counter === counters.length) begin(moment + 1);
  if (at === pool.length) {
    pool = randomBytes((drawn * randomDigits) / 2).toString("hex");
    at = 0;
  }
  const random = pool.slice(at, at + randomDigits);
  at += randomDigits;
  // the variant's two bits
  const variant = "89ab"[random.charCodeAt(0) & 3];
  return `${prefix}-${counters[counter]}-${variant}${random.slice(1, 4)}-${random.slice(4)}`;
}

function begin(at: number): void {
  moment = at;
  counter = 0;
  const digits = at.toString(16).padStart(12, "0");
  prefix = `${digits.slice(0, 8)}-${digits.slice(8)}`;
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/**
 * An id as a caller wrote it, in the one spelling that the database holds; null when it is none.
 * SQLite compares ids byte by byte, MariaDB's uuid does not: the edge makes them equal on both.
 */
export function parseId(raw: string): string | null {
  const id = raw.toLowerCase();
  return uuid.test(id) ? id : null;
}

import { v7 } from "uuid";

/** A new id: UUIDv7 (RFC 9562), lower case, so ids of one table sort by the time of their making. */
export const newId = (): string => v7();

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/**
 * An id as a caller wrote it, in the one spelling that the database holds; null when it is none.
 * SQLite compares ids byte by byte, MariaDB's uuid does not: the edge makes them equal on both.
 */
export function parseId(raw: string): string | null {
  const id = raw.toLowerCase();
  return uuid.test(id) ? id : null;
}

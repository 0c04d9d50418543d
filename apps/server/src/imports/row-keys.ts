import { hash } from "node:crypto";
import { type ImportColumn, importRequires } from "@usher/rules/columns";
import { checkPerson, type PersonFields, type PersonOptions } from "@usher/rules/person";
import { isEmptyRow, rowChecker, rowReader } from "@usher/rules/row";
import type { IdentifyingField } from "../people/person-row.js";

/**
 * Bytes of SHA-256 that stand for a key. Two of two million keys fall together with a probability of 10^-17, and whoever
 * forges such a pair spoils one row of their own file.
 */
export const keyBytes = 12;

/** What each row of a chunk claims: by field, `keyBytes` a row in base64, zeros for nothing; a field that nobody claims is absent. */
export type RowKeys = Partial<Record<IdentifyingField, string>>;

/** Reads what rows claim, without building people out of them. */
export function rowKeys(
  columns: readonly (ImportColumn | null)[],
  defaults: PersonFields,
  options: PersonOptions,
): (rows: readonly (readonly string[])[]) => { keys: RowKeys; empty: number } {
  const check = rowChecker(columns, defaults, { ...options, require: importRequires });
  const externalIdOf = externalIdReader(columns, defaults, options);
  return (rows) => {
    const hashes: Partial<Record<IdentifyingField, Buffer>> = {};
    const claim = (field: IdentifyingField, row: number, key: string | null) => {
      if (key === null) return;
      hashes[field] ??= Buffer.alloc(rows.length * keyBytes);
      hash("sha256", key, "buffer").copy(hashes[field], row * keyBytes, 0, keyBytes);
    };
    let empty = 0;
    rows.forEach((cells, row) => {
      if (isEmptyRow(cells)) {
        empty++;
        return;
      }
      const { emailKey, usernameKey } = check(cells);
      claim("email", row, emailKey);
      claim("username", row, usernameKey);
      claim("externalId", row, externalIdOf(cells));
    });
    const keys: RowKeys = {};
    for (const [field, bytes] of Object.entries(hashes)) keys[field as IdentifyingField] = bytes.toString("base64");
    return { keys, empty };
  };
}

/** The external id goes through the whole check, but only in files that have any. */
function externalIdReader(
  columns: readonly (ImportColumn | null)[],
  defaults: PersonFields,
  options: PersonOptions,
): (cells: readonly string[]) => string | null {
  if (!columns.includes("external_id") && !defaults.externalId) return () => null;
  const read = rowReader(columns, defaults);
  return (cells) => checkPerson({ externalId: read(cells).externalId ?? null }, options).person.externalId;
}

import { hash } from "node:crypto";
import { type ImportColumn, importRequires, isIdentityColumn } from "@usher/rules/columns";
import { checkPerson, type PersonFields } from "@usher/rules/person";
import { isEmptyRow, rowChecker, rowReader } from "@usher/rules/row";
import type { IdentifyingField } from "../people/person-row.js";
import type { Import } from "./import.entity.js";

/**
 * Characters of a SHA-256 in base64 that stand for a key: 12 bytes. Two of two million keys fall together with a probability
 * of 10^-17, and whoever forges such a pair spoils one row of their own file.
 */
const keyLength = 16;
export const keyBytes = 12;
const nothing = "A".repeat(keyLength);

/** What each row of a chunk claims: by field, `keyBytes` a row in base64, zeros for nothing; a field that nobody claims is absent. */
export type RowKeys = Partial<Record<IdentifyingField, string>>;

/** The same keys, but for what these rows claim. `places`: within the chunk. */
export function keysWithout(keys: RowKeys, places: ReadonlySet<number>): RowKeys {
  const entries = Object.entries(keys).map(([field, claims]) => {
    const erased = claims.replace(/.{16}/g, (key, at: number) => (places.has(at / keyLength) ? nothing : key));
    return [field, erased];
  });
  return Object.fromEntries(entries);
}

/** A value too many: nobody knows from where on the others are shifted. */
export const isRowShifted = (cells: readonly string[], columns: Import["columns"]): boolean =>
  cells.length > columns.length;

/** No date has any part in what a row claims; nor has an identity. */
const options = { today: "", require: importRequires };

/**
 * Reads what rows claim, without building people out of them. A row that is refused for something else claims all the same:
 * which of two rows was meant is for the person to say, and which row wins does not hang on what is decided about others.
 */
export function rowKeys({
  columns,
  defaults,
}: Pick<Import, "columns" | "defaults">): (rows: readonly (readonly string[])[]) => { keys: RowKeys; empty: number } {
  const claiming = columns.map((column) => (isIdentityColumn(column) ? null : column));
  const check = rowChecker(claiming, defaults, options);
  const externalIdOf = externalIdReader(columns, defaults);
  return (rows) => {
    const claims: Partial<Record<IdentifyingField, string[]>> = {};
    const claim = (field: IdentifyingField, row: number, key: string | null) => {
      if (key === null) return;
      claims[field] ??= new Array<string>(rows.length).fill(nothing);
      claims[field][row] = hash("sha256", key, "base64").slice(0, keyLength);
    };
    let empty = 0;
    rows.forEach((cells, row) => {
      if (isEmptyRow(cells)) {
        empty++;
        return;
      }
      if (isRowShifted(cells, columns)) return;
      const { emailKey, usernameKey } = check(cells);
      claim("email", row, emailKey);
      claim("username", row, usernameKey);
      claim("externalId", row, externalIdOf(cells));
    });
    const joined = Object.entries(claims).map(([field, keys]) => [field, keys.join("")]);
    return { keys: Object.fromEntries(joined), empty };
  };
}

/** The external id goes through the whole check, but only in files that have any. */
function externalIdReader(
  columns: readonly (ImportColumn | null)[],
  defaults: PersonFields,
): (cells: readonly string[]) => string | null {
  if (!columns.includes("external_id") && !defaults.externalId) return () => null;
  const read = rowReader(columns, defaults);
  return (cells) => checkPerson({ externalId: read(cells).externalId ?? null }, options).person.externalId;
}

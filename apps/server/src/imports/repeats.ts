import { type IdentifyingField, identifyingFields } from "../people/person-row.js";
import { keyBytes, type RowKeys } from "./row-keys.js";

/** A row of a chunk that claims what an earlier row of the file has, and in which field: one number, since a file may hold millions. */
export type Repeat = number;

const fields = identifyingFields.length;
const repeatOf = (row: number, field: IdentifyingField): Repeat => row * fields + identifyingFields.indexOf(field);

/** By row, counted from the chunk's first: the fields in which it repeats. */
export function repeatsByRow(repeats: readonly Repeat[]): Map<number, IdentifyingField[]> {
  const byRow = new Map<number, IdentifyingField[]>();
  for (const repeat of repeats) {
    const row = Math.floor(repeat / fields);
    byRow.set(row, [...(byRow.get(row) ?? []), identifyingFields[repeat % fields] as IdentifyingField]);
  }
  return byRow;
}

const wordsPerKey = keyBytes / 4;

/**
 * The keys of one field seen so far in a file: an open-addressed table of hashes, 24 bytes a row, whatever the keys are.
 * Two million rows take 48 MB for as long as the comparison lasts.
 */
export class SeenKeys {
  readonly #mask: number;
  readonly #slots: Uint32Array;

  constructor(rows: number) {
    let capacity = 16;
    while (capacity < rows * 2) capacity *= 2;
    this.#mask = capacity - 1;
    this.#slots = new Uint32Array(capacity * wordsPerKey);
  }

  /** Notes the keys of the next chunk, in the file's order; answers the rows that repeat an earlier one. */
  add(field: IdentifyingField, keys: RowKeys): Repeat[] {
    const text = keys[field];
    if (text === undefined) return [];
    const bytes = Buffer.from(text, "base64");
    const repeats: Repeat[] = [];
    for (let at = 0; at < bytes.length; at += keyBytes) {
      const [a, b, c] = [bytes.readUInt32LE(at), bytes.readUInt32LE(at + 4), bytes.readUInt32LE(at + 8)];
      if ((a | b | c) === 0) continue;
      if (this.#isSeen(a, b, c)) repeats.push(repeatOf(at / keyBytes, field));
    }
    return repeats;
  }

  #isSeen(a: number, b: number, c: number): boolean {
    const slots = this.#slots;
    for (let slot = a & this.#mask; ; slot = (slot + 1) & this.#mask) {
      const at = slot * wordsPerKey;
      const [x, y, z] = [slots[at] as number, slots[at + 1] as number, slots[at + 2] as number];
      if ((x | y | z) === 0) {
        slots[at] = a;
        slots[at + 1] = b;
        slots[at + 2] = c;
        return false;
      }
      if (x === a && y === b && z === c) return true;
    }
  }
}

import { importRequires } from "@usher/rules/columns";
import { limits } from "@usher/rules/limits";
import { cleanText } from "@usher/rules/names";
import { isEmptyRow, rowChecker } from "@usher/rules/row";
import type { Choice } from "./check-report";
import { isDateColumn } from "./date-columns";
import { type ByteEncoding, decodeText } from "./decode-text";
import { GrowingNumbers } from "./growing-numbers";
import { hashKey } from "./hash-key";
import { identityLook } from "./identity-look";
import type { Delimiter } from "./opened-file";
import { type Newline, parseRecords } from "./parse-records";
import { problemPacker } from "./problem-store";

/** What all slices of one check have in common. */
export interface CheckSetup {
  choice: Choice;
  encoding: ByteEncoding;
  delimiter: Delimiter;
  newline: Newline;
  /** As in the file; null when it has none. */
  header: string[] | null;
  /** How many columns the file has. */
  width: number;
  /** For the hashes of this check. */
  seed: number;
}

export interface SliceJob {
  /** Whole records. */
  bytes: Uint8Array<ArrayBuffer>;
  /** Where to part them: each part is read by itself. */
  ends: number[];
  /** Records before the first person: 1 where the header is. */
  skip: number;
  /** How many of the first people to hand back with their cells. */
  wanted: number;
}

/** Indices count from the first record that was not skipped. */
export interface SliceResult {
  records: number;
  emptyRows: number;
  /** Index of the last record that is not empty; -1 when all are. */
  lastFilled: number;
  /** Two numbers a record, 0 0 where there is no key. The last two only when their column is mapped. */
  emails: Uint32Array<ArrayBuffer>;
  usernames: Uint32Array<ArrayBuffer> | null;
  externalIds: Uint32Array<ArrayBuffer> | null;
  /** Index and packed problem, alternating, in the order of records. */
  problems: Uint32Array<ArrayBuffer>;
  /** The values at fault by kind of problem (its packed form without the index), with how often each. */
  values: Map<number, Map<string, number>>;
  /** Dates with slashes or hyphens that this lane had not met before. */
  dates: string[];
  otherLines: number;
  firstRows: { index: number; cells: string[] }[];
}

/** More different values of one kind in one slice are not counted apart. */
export const maxValuesPerSlice = 200;
const maxDates = 20_000;

/** The part of a check that runs in several workers at once: everything that concerns one row alone. */
export async function sliceChecker(setup: CheckSetup): Promise<(job: SliceJob) => SliceResult> {
  const { choice, encoding, delimiter, newline, width, seed, header } = setup;
  const { columns, defaults, today, dateOrder } = choice;
  const check = rowChecker(columns, defaults, {
    today,
    require: importRequires,
    ...(dateOrder ? { dateOrder } : {}),
    ...(await identityLook(choice)),
  });
  const pack = problemPacker(columns);
  const tooManyCells = pack(null, "TOO_MANY_CELLS");
  const quoteMalformed = pack(null, "QUOTE_MALFORMED");
  const headerRepeated = pack(null, "HEADER_REPEATED");
  const hasUsernames = columns.includes("username");
  const externalId = columns.indexOf("external_id");
  const datePlaces = columns.flatMap((column, place) => (isDateColumn(column) ? [place] : []));
  const seenDates = new Set<string>();
  const headerStart = header?.[0];

  return ({ bytes, ends, skip, wanted }) => {
    // rows of people are rarely shorter than 50 bytes
    const capacity = bytes.length / 25;
    const emails = new GrowingNumbers(capacity);
    const usernames = hasUsernames ? new GrowingNumbers(capacity) : null;
    const externalIds = externalId === -1 ? null : new GrowingNumbers(capacity);
    const problems = new GrowingNumbers(64);
    const values: SliceResult["values"] = new Map();
    const dates: string[] = [];
    const firstRows: SliceResult["firstRows"] = [];
    let records = 0;
    let emptyRows = 0;
    let lastFilled = -1;
    let otherLines = 0;

    let start = 0;
    for (const end of ends) {
      const decoded = decodeText(bytes.subarray(start, end), encoding);
      start = end;
      otherLines += decoded.otherLines;
      const { rows, swallowed } = parseRecords(decoded.text, delimiter, newline);
      const first = records - skip;
      records += rows.length;
      const emailHashes = emails.extend(rows.length * 2);
      const usernameHashes = usernames?.extend(rows.length * 2);
      const externalIdHashes = externalIds?.extend(rows.length * 2);

      for (let i = first < 0 ? -first : 0; i < rows.length; i++) {
        const index = first + i;
        const cells = rows[i] as string[];
        if (isEmptyRow(cells)) {
          emptyRows++;
          continue;
        }
        lastFilled = index;
        if (wanted > 0) {
          wanted--;
          firstRows.push({ index, cells });
        }
        if (header !== null && cells[0] === headerStart && isSame(cells, header)) {
          problems.push(index);
          problems.push(headerRepeated);
          continue;
        }
        // in such rows nobody knows which value is which: what else is wrong with them would mislead
        if (swallowed.length > 0 && swallowed.includes(i)) {
          problems.push(index);
          problems.push(quoteMalformed);
          continue;
        }
        if (cells.length > width && hasText(cells, width)) {
          problems.push(index);
          problems.push(tooManyCells);
          continue;
        }

        const verdict = check(cells);
        if (verdict.emailKey !== null) hashKey(verdict.emailKey, seed, emailHashes, index * 2);
        if (usernameHashes && verdict.usernameKey !== null)
          hashKey(verdict.usernameKey, seed, usernameHashes, index * 2);
        if (externalIdHashes) {
          const id = cleanText(cells[externalId] ?? "", limits.externalId);
          if (id.ok && id.text !== "") hashKey(id.text, seed, externalIdHashes, index * 2);
        }
        for (const place of datePlaces) {
          const date = cells[place];
          if (date && !seenDates.has(date) && isSlashed(date) && seenDates.size < maxDates) {
            seenDates.add(date);
            dates.push(date);
          }
        }
        let kind = -1;
        for (const problem of verdict.problems) {
          const what = pack(problem.field, problem.code, problem.index);
          problems.push(index);
          problems.push(what);
          // several bad groups in one cell are one value
          if (what >>> 8 === kind) continue;
          kind = what >>> 8;
          const text = cells[what >>> 24];
          if (text !== undefined && problem.code !== "REQUIRED") tally(values, kind, text);
        }
      }
    }
    return {
      records: Math.max(0, records - skip),
      emptyRows,
      lastFilled,
      emails: emails.take(),
      usernames: usernames?.take() ?? null,
      externalIds: externalIds?.take() ?? null,
      problems: problems.take(),
      values,
      dates,
      otherLines,
      firstRows,
    };
  };
}

/** The buffers to hand over with a result instead of copying them. */
export function buffersOf(result: SliceResult): ArrayBuffer[] {
  return [result.emails, result.usernames, result.externalIds, result.problems].flatMap((a) => (a ? [a.buffer] : []));
}

function tally(values: SliceResult["values"], kind: number, text: string): void {
  let counts = values.get(kind);
  if (!counts) {
    counts = new Map();
    values.set(kind, counts);
  }
  const value = text.trim().slice(0, 100);
  const count = counts.get(value);
  if (count !== undefined || counts.size < maxValuesPerSlice) counts.set(value, (count ?? 0) + 1);
}

function isSame(cells: string[], header: string[]): boolean {
  for (let i = 0; i < header.length; i++) if (cells[i] !== header[i]) return false;
  return true;
}

function hasText(cells: string[], from: number): boolean {
  for (let i = from; i < cells.length; i++) if ((cells[i] as string).trim() !== "") return true;
  return false;
}

function isSlashed(date: string): boolean {
  return date.length < 40 && /^\s*\d{1,2}[/-]\d{1,2}[/-]/.test(date);
}

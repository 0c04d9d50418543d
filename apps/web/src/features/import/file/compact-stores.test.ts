import { GrowingNumbers } from "./growing-numbers";
import { hashKey } from "./hash-key";
import { KeyTable } from "./key-table";
import { maxStoredProblems, ProblemStore, problemPacker, unpackProblem } from "./problem-store";
import { RowSet } from "./row-set";
import { SliceIndex } from "./slice-index";

describe("keys of millions of people", () => {
  it("are told apart by their hashes, however alike they are", () => {
    const table = new KeyTable();
    const hash = new Uint32Array(2);
    let met = 0;
    for (let n = 1; n <= 500_000; n++) {
      hashKey(`person${n}@mail.example`, 12345, hash, 0);
      if (table.add(hash[0] as number, hash[1] as number, n) !== 0) met++;
    }
    expect(met).toBe(0);
    expect(table.size).toBe(500_000);
    hashKey("person777@mail.example", 12345, hash, 0);
    expect(table.add(hash[0] as number, hash[1] as number, 500_001)).toBe(777);
  });

  it("have halves that are each spread evenly", () => {
    const hash = new Uint32Array(2);
    const buckets = [new Uint32Array(256), new Uint32Array(256), new Uint32Array(256), new Uint32Array(256)];
    const shifts: [number, number][] = [
      [0, 0],
      [0, 24],
      [1, 0],
      [1, 24],
    ];
    for (let n = 0; n < 256_000; n++) {
      hashKey(`a${n}@x.example`, 7, hash, 0);
      shifts.forEach(([half, shift], i) => {
        const bucket = ((hash[half] as number) >>> shift) & 255;
        (buckets[i] as Uint32Array)[bucket] = ((buckets[i] as Uint32Array)[bucket] as number) + 1;
      });
    }
    // 1,000 expected, standard deviation 32
    for (const counts of buckets) {
      expect(Math.min(...counts)).toBeGreaterThan(840);
      expect(Math.max(...counts)).toBeLessThan(1160);
    }
  });

  it("never hash to what stands for no key", () => {
    const hash = new Uint32Array(2);
    hashKey("", 0, hash, 0);
    expect(hash.some((half) => half !== 0)).toBe(true);
  });
});

describe("problems of a million rows", () => {
  const columns = ["email", null, "groups"] as const;
  const pack = problemPacker(columns);

  it("are packed into a number and come back whole", () => {
    expect(unpackProblem(pack("groups", "TOO_LONG", 3), 0)).toEqual({
      column: "groups",
      fileColumn: 2,
      code: "TOO_LONG",
      index: 3,
    });
    expect(unpackProblem(pack("email", "DUPLICATE_IN_INPUT"), 9)).toEqual({
      column: "email",
      fileColumn: 0,
      code: "DUPLICATE_IN_INPUT",
      firstRow: 9,
    });
    expect(unpackProblem(pack("company", "REQUIRED"), 0)).toEqual({
      column: "company",
      fileColumn: null,
      code: "REQUIRED",
    });
    expect(unpackProblem(pack(null, "TOO_MANY_CELLS"), 0)).toEqual({
      column: null,
      fileColumn: null,
      code: "TOO_MANY_CELLS",
    });
  });

  it("are counted by rows, not by cells", () => {
    const store = new ProblemStore();
    store.add(5, pack("groups", "TOO_LONG", 0), 0);
    store.add(5, pack("groups", "TOO_LONG", 1), 0);
    store.add(5, pack("email", "REQUIRED"), 0);
    store.add(9, pack("groups", "TOO_LONG", 0), 0);
    expect(store.rowsWithProblems).toBe(2);
    expect(store.counts().map(({ column, code, rows, firstRows }) => ({ column, code, rows, firstRows }))).toEqual([
      { column: "groups", code: "TOO_LONG", rows: 2, firstRows: [5, 9] },
      { column: "email", code: "REQUIRED", rows: 1, firstRows: [5] },
    ]);
    expect(store.of(5)).toHaveLength(3);
    expect(store.of(6)).toEqual([]);
  });

  it("stay counted when there are more than are kept", () => {
    const store = new ProblemStore();
    const required = pack("email", "REQUIRED");
    for (let row = 2; row < maxStoredProblems + 12; row++) store.add(row, required, 0);
    expect(store.cut).toBe(true);
    expect(store.rowsWithProblems).toBe(maxStoredProblems + 10);
    expect(store.counts()[0]?.rows).toBe(maxStoredProblems + 10);
    expect(store.page({ first: 5, after: maxStoredProblems }).rows).toHaveLength(1);
  });
});

describe("small lists of numbers", () => {
  it("grow", () => {
    const numbers = new GrowingNumbers(1);
    for (let n = 0; n < 100; n++) numbers.push(n);
    numbers.extend(1000)[150] = 7;
    expect(numbers.take()).toHaveLength(1100);
    expect([numbers.take()[99], numbers.take()[150], numbers.take()[151]]).toEqual([99, 7, 0]);
  });

  it("hold rows far apart", () => {
    const rows = new RowSet();
    for (const row of [2, 33, 1_999_999, 33]) rows.add(row);
    expect([rows.has(2), rows.has(3), rows.has(33), rows.has(1_999_999), rows.has(5_000_000)]).toEqual([
      true,
      false,
      true,
      true,
      false,
    ]);
    expect(rows.size).toBe(3);
  });

  it("find the slice in which a row begins", () => {
    const index = new SliceIndex();
    index.add(3, 1);
    index.add(500, 40);
    index.add(500, 40);
    index.add(900, 80);
    expect([1, 39, 40, 79, 80, 1000].map((row) => index.before(row).offset)).toEqual([3, 3, 500, 500, 900, 900]);
  });
});

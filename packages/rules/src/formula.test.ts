import { guardFormula } from "./formula.js";
import { rowReader } from "./row.js";

const read = (cell: string) => rowReader(["last_name"], {})([cell]).lastName;

it.each(["=1+1", "+32", "-1", "@home", "'=1", "''=1", "'t Hooft", "Lea", "a=b"])(
  "a guarded cell is no formula, and reads as it was: %j (F50)",
  (text) => {
    const cell = guardFormula(text);
    expect(cell).not.toMatch(/^[=+@\t\r-]/);
    expect(read(cell)).toBe(text);
  },
);

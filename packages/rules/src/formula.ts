/**
 * What a spreadsheet would run as a formula (OWASP, CSV injection), with the apostrophes before it: one who really begins
 * so is told from one that was guarded.
 */
const formula = /^'*[=+@\t\r-]/;

/** A cell that no spreadsheet runs. Reading a file takes the apostrophe away again. */
export const guardFormula = (text: string): string => (formula.test(text) ? `'${text}` : text);

/** Whether the apostrophe at its beginning is a guard. */
export const isGuarded = (cell: string): boolean => formula.test(cell.slice(1));

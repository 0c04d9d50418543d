import type { ImportColumn } from "@usher/rules/columns";

/** Whether a column holds days: a file writes all of them in one order. */
export const isDateColumn = (column: ImportColumn | null | undefined): boolean =>
  column === "deletion_date" || column === "date_of_birth";
